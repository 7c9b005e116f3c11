import { checkBagitSuite } from '#tests/suites/bagit-checks'
import { checkExcelSuite } from '#tests/suites/excel-checks'
import { checkHtmlSuite } from '#tests/suites/html-checks'
import { checkPhotoSuite } from '#tests/suites/photo-checks'
import { checkWordSuite } from '#tests/suites/word-checks'

// A sample of what `npm run suites` goes over whole.
checkBagitSuite()
checkWordSuite()
checkHtmlSuite()
checkExcelSuite()
checkPhotoSuite()
