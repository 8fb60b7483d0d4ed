/** Help pages in English. */

export const HELP_EN: Readonly<Record<string, string>> = {
  '': `jiheng: reads project self-evaluation forms (项目支出绩效自评表), checks every number, and says where it does not
hold, why, on what ground, and what to do.

Usage
  jiheng <command> [options] [FILE…]

Commands
  check    check files or folders and list what does not hold (the usual one)
  compare  compare two files: two versions of one year, or two years
  read     read only: forms as JSON, CSV, or on the terminal
  explain  explain one check: rule, ground, remedy, example
  packs    list the rule packs: which place, which period, on what ground

Examples
  jiheng check form.docx                          findings on the terminal
  jiheng check 2021/ --format html                a whole folder into one printable page
  jiheng check form.xlsx --format xlsx            findings as a workbook to hand on
  jiheng explain SE-021                           what does this finding mean

Reads .docx .xlsx .doc .xls .pdf .ofd .html .txt .md, and .zip files of them. Files are read on this machine only and
sent nowhere.

Options
  -h, --help          help; every command has its own: jiheng check --help
  -V, --version       version
      --lang zh|en    language, default zh

Exit status   0 no errors   1 findings of severity error or above   2 a file could not be read, or wrong usage`,

  check: `Check the self-evaluation forms in files or folders.

Usage
  jiheng check FILE|FOLDER… [options]

Options
  -f, --format FORMAT        text (default, on the terminal), json, html, xlsx
  -o, --output FILE          write to FILE; html and xlsx default to jiheng-report.html and jiheng-report.xlsx;
                             - means standard output
  -p, --pack ID              use this rule pack (see jiheng packs); default: by each form's place and year
  -s, --min-severity LEVEL   list this level and above: info, warning (default), error, fatal; the rest is counted
                             json holds all findings unless this option is given
  -j, --jobs NUMBER          files checked at once; by default all processors from four files on, 1 is one by one
      --ocr tesseract        read scanned PDF pages with the Tesseract of this machine; what it reads counts as unsure
      --lang zh|en           language, default zh; what a document prints and what the
                             law is called stays Chinese
  -h, --help                 this page

Levels
  fatal     the form cannot stand and goes back (weights that do not add up to 100)
  error     must be corrected, or accounted for by a named person
  warning   suspicious; needs a reason
  info      for information (differences that rounding explains)

Examples
  jiheng check form.docx
  jiheng check units/ --format html --output report.html
  jiheng check form.txt --format json | jq '.findings[] | .code'
  jiheng check form.docx --pack national-2020 --min-severity info

Folders are checked with all folders in them, and .zip files like folders (a file in one is named pack.zip/form.docx).
A file that cannot be read does not stop the others: it is listed, and the exit status is 2.

Exit status   0 no errors   1 findings of severity error or above   2 a file could not be read, or wrong usage`,

  compare: `Compare two files: every value that changed, and which findings are gone, new, or remain.

Usage
  jiheng compare OLD NEW [options]

One year: two versions. Text, accounts tables, score sheets and forms are compared cell by cell; forms meet by project,
tables by code and title, rows by code, name or indicator.
Two years: amounts, scores and projects, with difference and rate, and what ties the years together (opening equals last
year's closing …).

Options
  -f, --format FORMAT        text (default, on the terminal), json, html, xlsx
  -o, --output FILE          write to FILE; html and xlsx default to jiheng-compare.html and jiheng-compare.xlsx;
                             - means standard output
  -m, --mode version|year    as versions or as years; default: by the years that the files print
  -s, --min-severity LEVEL   list findings of this level and above on the terminal: info, warning (default), error, fatal
  -p, --pack ID              use this rule pack (see jiheng packs)
      --ocr tesseract        read scanned PDF pages with the Tesseract of this machine
      --lang zh|en           language, default zh
  -h, --help                 this page

Examples
  jiheng compare draft.docx final.docx
  jiheng compare 2020.pdf 2021.pdf --format xlsx

Exit status   0 no new errors   1 new findings of severity error or above, between the years too
              2 a file could not be read, or wrong usage`,

  read: `Read the self-evaluation forms in files without checking them. Values are as printed: nothing is corrected or
converted.

Usage
  jiheng read FILE|FOLDER… [options]

Options
  -f, --format FORMAT   table (default, on the terminal), json, csv
                        json: one object for one file; one object a line for several
                        csv: one row per cell (file, form, project, field, label, printed, position)
  -o, --output FILE     write to FILE, default standard output
      --ocr tesseract   read scanned PDF pages with the Tesseract of this machine
      --lang zh|en      language, default zh
  -h, --help            this page

Examples
  jiheng read form.docx
  jiheng read form.pdf --format json > form.json
  jiheng read units/ --format csv --output cells.csv

Exit status   0 all read   2 a file could not be read, or wrong usage`,

  explain: `Explain one check: rule, ground and how sure we are of it, remedy, example.

Usage
  jiheng explain CODE       e.g. jiheng explain SE-021
  jiheng explain            list all checks

Options
      --lang zh|en    language, default zh
  -h, --help          this page`,

  packs: `List the rule packs. A pack is what one place ruled for one period (weights, scoring, grades …); every number has
its source and its first day.

Usage
  jiheng packs [options]

Options
  -f, --format FORMAT   text (default), json
      --lang zh|en      language, default zh
  -h, --help            this page

The pack is chosen by the place and year of each form; to name one yourself use jiheng check --pack ID.`,
}
