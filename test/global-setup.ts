// @ts-expect-error the build script is plain JavaScript, so that it runs before anything is compiled
import { buildExamples } from '../scripts/build-examples.mjs'
// @ts-expect-error the build script is plain JavaScript, so that it runs before anything is compiled
import { buildLaw } from '../scripts/build-law.mjs'

/** Tests read the law as the product does: compiled from the YAML in law/. */
export const setup = (): void => {
  buildLaw()
  buildExamples()
}
