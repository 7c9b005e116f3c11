import { checkHtmlSuite } from './html-checks'

checkHtmlSuite()
