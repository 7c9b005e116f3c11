import { checkHtmlSuite } from '#tests/suites/html-checks'
import { checkWordSuite } from '#tests/suites/word-checks'

// A sample of what `npm run suites` goes over whole.
checkWordSuite()
checkHtmlSuite()
