import { SEVERITIES } from '../../domain/finding.ts'

/** Looks of the report: system fonts, contrasts of at least 4.5 : 1, marks told apart by sign and line as well as colour. */
export const STYLESHEET = `
:root{--ink:#1d232b;--soft:#545e6b;--line:#8c96a3;--pale:#d8dee6;--paper:#fff;--ground:#f3f5f8;--link:#0b57a4;
--fatal:#8a1020;--fatal-bg:#fbdfe2;--error:#b3261e;--error-bg:#fdeceb;--warning:#8a5200;--warning-bg:#fff3da;--info:#22577a;--info-bg:#e8f2f8}
*{box-sizing:border-box}
html{scroll-padding-top:64px}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
h1,h2,h3,h4,p,dl,dd,ul,ol{margin:0;padding:0}
a{color:var(--link)}
code{font:600 13px/1.4 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:4px 8px;z-index:9}
.page{max-width:1680px;margin:0 auto;padding:20px 24px 64px}
h1{font-size:24px;line-height:1.3}
.sub{color:var(--soft);margin-top:2px}
.bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;background:var(--ground);border-bottom:1px solid var(--pale);padding:8px 0;margin:14px 0 18px}
.bar label{display:inline-flex;gap:6px;align-items:center;cursor:pointer;font-weight:600}
.bar input{width:16px;height:16px;accent-color:var(--link)}
.bar .hint{color:var(--soft);font-size:13px;margin-left:auto}
html:not(.js) #shown,html:not(.js) .keys{display:none}
${SEVERITIES.map((s) => `body:has(input[value=${s}]:not(:checked)) :is(.f.${s},a.b.${s},.pointer[data-s=${s}]){display:none}`).join('')}
.fatal-ink{color:var(--fatal)}.error-ink{color:var(--error)}.warning-ink{color:var(--warning)}.info-ink{color:var(--info)}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin-top:16px}
.tile{background:var(--paper);border:1px solid var(--pale);border-left:5px solid var(--line);border-radius:4px;padding:8px 16px;min-width:124px}
.tile b{display:block;font-size:26px;line-height:1.25}
.tile span{color:var(--soft);font-size:14px}
.tile.fatal{border-left-color:var(--fatal)}.tile.error{border-left-color:var(--error)}.tile.warning{border-left-color:var(--warning)}.tile.info{border-left-color:var(--info)}
.tile.fatal b{color:var(--fatal)}.tile.error b{color:var(--error)}.tile.warning b{color:var(--warning)}.tile.info b{color:var(--info)}
.cols{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:18px;margin-top:18px}
.box{background:var(--paper);border:1px solid var(--pale);border-radius:4px;padding:12px 16px;min-width:0}
.box h2{font-size:16px;margin-bottom:6px}
table.plain{border-collapse:collapse;width:100%;font-size:14px}
table.plain th{text-align:left;color:var(--soft);font-weight:600;border-bottom:1px solid var(--line);padding:3px 8px 3px 0;white-space:nowrap}
table.plain td{border-bottom:1px solid var(--pale);padding:3px 8px 3px 0;vertical-align:top;overflow-wrap:anywhere}
table.plain td.num,table.plain th.num{text-align:right;white-space:nowrap}
td.nowrap{white-space:nowrap}
.file>h2{font-size:19px;margin:28px 0 2px;overflow-wrap:anywhere}
.file>.sub{font-size:14px}
.notes{font-size:14px;color:var(--soft);padding-left:20px;margin-top:4px}
.failed{border-left:5px solid var(--error);background:var(--error-bg)}
.form-section{margin-top:18px;content-visibility:auto;contain-intrinsic-size:auto 900px}
.form-section>h3{font-size:17px;margin-bottom:8px;overflow-wrap:anywhere}
.form-section>h3 small{font-weight:400;color:var(--soft);font-size:14px;margin-left:8px}
.split{display:grid;grid-template-columns:minmax(0,63fr) minmax(0,37fr);gap:16px;align-items:start}
.sheet{background:var(--paper);border:1px solid var(--pale);padding:18px 16px;overflow-x:auto}
.sheet .cap{text-align:center;font-size:17px;font-weight:700;letter-spacing:.06em;margin-bottom:10px;font-family:"Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,"Noto Serif CJK SC",serif}
.sheet .how{color:var(--soft);font-size:12.5px;margin-top:8px}
table.form{border-collapse:collapse;width:100%;font-size:13px;line-height:1.45;margin-bottom:8px}
table.form td{border:1px solid #5b6470;padding:4px 5px;text-align:center;vertical-align:middle;overflow-wrap:anywhere;min-width:30px}
table.form td.l{min-width:4em;background:#f1f3f6;font-weight:600}
table.form td.n{white-space:nowrap;font-variant-numeric:tabular-nums}
table.form td.m{cursor:pointer;outline-offset:-2px}
table.form tr.gap td{color:var(--soft);background:#fafbfc;border-style:dotted;font-size:12px}
.m.fatal{background:var(--fatal-bg);outline:3px double var(--fatal)}
.m.error{background:var(--error-bg);outline:2px solid var(--error)}
.m.warning{background:var(--warning-bg);outline:2px dashed var(--warning)}
.m.info{background:var(--info-bg);outline:2px dotted var(--info)}
td.a{outline-offset:-2px}.a{outline:1px dotted currentColor}
td.off,.num.off{background:inherit!important;outline:none!important}
.sel{box-shadow:inset 0 0 0 3px var(--link)}
.u{text-decoration:underline wavy var(--warning);text-underline-offset:3px}
.num.m{padding:0 2px;cursor:pointer;font-weight:600}.num .bs{display:inline-flex;margin:0 0 0 3px;vertical-align:1px}
.bs{display:flex;flex-wrap:wrap;gap:2px;justify-content:center;margin-top:2px}
a.b{font-size:11.5px;line-height:1.35;font-weight:700;text-decoration:none;color:#fff;border-radius:3px;padding:0 4px;white-space:nowrap}
a.b[hidden]{display:none}
a.k{font-size:11.5px;line-height:1.35;font-weight:700;text-decoration:none;color:var(--ink);background:#ffe27a;border:1px solid var(--ink);border-radius:3px;padding:0 4px;white-space:nowrap}
a.b.fatal{background:var(--fatal)}a.b.error{background:var(--error)}a.b.warning{background:var(--warning)}a.b.info{background:var(--info)}
.more{font-size:11.5px;color:var(--soft)}
.list{display:flex;flex-direction:column;gap:10px;position:sticky;top:60px;max-height:calc(100vh - 76px);overflow-y:auto;padding:3px}
.list.wide{position:static;max-height:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(380px,1fr));align-items:start}
.f{background:var(--paper);border:1px solid var(--pale);border-left:5px solid var(--line);border-radius:4px;padding:8px 12px;font-size:14px;cursor:pointer;flex:none}
.f[hidden]{display:none}
.f.fatal{border-left-color:var(--fatal)}.f.error{border-left-color:var(--error)}.f.warning{border-left-color:var(--warning)}.f.info{border-left-color:var(--info)}
.f.sel{box-shadow:0 0 0 2px var(--link)}
.f header{display:flex;gap:8px;align-items:baseline}
.f .tag{font-weight:700}
.f.fatal .tag{color:var(--fatal)}.f.error .tag{color:var(--error)}.f.warning .tag{color:var(--warning)}.f.info .tag{color:var(--info)}
.f .no::before{content:"问题 "}.f .to{margin-left:auto;font-size:13px}
.f h4{font-size:14.5px;line-height:1.5;margin:2px 0 4px;overflow-wrap:anywhere}
.f dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:1px 10px}
.f dt{color:var(--soft);white-space:nowrap}
.f dd{overflow-wrap:anywhere}
.f .printed{font-weight:600}.f .expected{font-weight:700}
.f .pos,.f .certainty{color:var(--soft);font-size:13px}
.f .formula,.f .filled,.f .verdict{display:block}
.f .formula,.f .verdict{color:var(--soft);font-size:13px}
.f .filled{font-variant-numeric:tabular-nums}
.f ol{padding-left:20px}
.quiet{margin-top:14px}.quiet summary{cursor:pointer;font-weight:600}.quiet details.record{margin:6px 0 0 16px}.quiet details.record summary{font-weight:400}.quiet summary small{color:var(--soft);margin-left:10px}
.facts{display:flex;flex-wrap:wrap;gap:2px 26px;margin-top:10px;font-size:14px}.facts div{display:flex;gap:8px;min-width:0}.facts dt{color:var(--soft);white-space:nowrap}.facts dd{margin:0;overflow-wrap:anywhere}
.stack{display:flex;flex-direction:column;gap:18px;min-width:0}
.box .sub{font-size:13px;margin-top:6px}
ul.open{padding-left:18px;font-size:14px}ol.top{padding:0;list-style:none;font-size:14px}ol.top li{padding:4px 0 4px 10px;border-left:4px solid var(--line);margin-bottom:6px;overflow-wrap:anywhere}
ol.top li.fatal{border-color:var(--fatal)}ol.top li.error{border-color:var(--error)}ol.top li.warning{border-color:var(--warning)}ol.top li.info{border-color:var(--info)}ol.top small{color:var(--soft);white-space:nowrap}
td.none{color:var(--line)}
.codes{margin-top:18px}.codes summary{cursor:pointer}.codes summary h2{display:inline;margin:0}
.jump{margin-top:12px;font-size:14px;line-height:1.9}.jump b{display:inline-block;min-width:7em;margin-right:6px}.jump a{display:inline-block;margin-right:12px;white-space:nowrap;max-width:24em;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}.jump small{color:#fff;background:var(--soft);border-radius:8px;padding:0 6px;font-size:11.5px}
.cause{background:#fffdf3;border:1px solid #d9c77a;border-left:5px solid var(--line);border-radius:4px;padding:8px 12px;font-size:14px;flex:none}
.cause.fatal{border-left-color:var(--fatal)}.cause.error{border-left-color:var(--error)}.cause.warning{border-left-color:var(--warning)}.cause.info{border-left-color:var(--info)}
.cause[hidden],.pointer[hidden],.prose-row[hidden]{display:none}
.cause>header{display:flex;gap:8px;align-items:baseline}.cause>header .to{margin-left:auto;font-size:13px}.cause .tag{font-weight:700}
.cause.fatal>header .tag{color:var(--fatal)}.cause.error>header .tag{color:var(--error)}.cause.warning>header .tag{color:var(--warning)}.cause.info>header .tag{color:var(--info)}
.cause h4{font-size:14.5px;line-height:1.5;margin:2px 0 4px;overflow-wrap:anywhere}
.candidates{padding-left:22px}.candidates li{margin:2px 0 4px}.candidates .one{display:block}.candidates .pos{color:var(--soft);font-size:13px}.change{white-space:nowrap}.change .printed{text-decoration:line-through;text-decoration-color:var(--error)}.change .expected{font-weight:700}.slip{color:var(--soft)}
.explained{margin-top:6px}.explained summary{cursor:pointer;color:var(--link)}.explained .f{margin-top:8px}
.pointer{font-size:13.5px;color:var(--soft)}
.prose{font-size:14.5px;line-height:1.9;padding:14px 18px}.prose p{text-indent:2em;overflow-wrap:anywhere}.prose .bs{text-indent:0}.prose p.head{text-indent:0;font-weight:700}
.prose-row{margin-bottom:14px}.prose-row .list{position:static;max-height:none}
@media (max-width:980px){.split,.cols{grid-template-columns:minmax(0,1fr)}.list{position:static;max-height:none}.page{padding:14px 12px}}
@media print{
@page{size:A4;margin:14mm 12mm}
body{background:#fff;font-size:10.5pt}.page{padding:0;max-width:none}.bar,.to,.skip,.jump{display:none}details.quiet{display:none}
.split{display:block}.sheet{border:0;padding:0;overflow:visible}.list{position:static;max-height:none;display:block;overflow:visible;margin-top:8pt}
.f{break-inside:avoid;margin-bottom:6pt;font-size:9.5pt;box-shadow:none!important}.f h4{font-size:10pt}
.file{break-before:page}.file>h2{margin-top:0}.form-section{content-visibility:visible}.form-section~.form-section.of-form{break-before:page}
table.form{font-size:8.5pt}table.form tr{break-inside:avoid}table.form td.l,td.m{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a.b{color:#000;border:1px solid #000;background:#fff!important}.cols{display:block}.box{break-inside:avoid;margin-bottom:8pt}a{color:inherit;text-decoration:none}
.tile{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
