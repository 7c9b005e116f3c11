import { checkExcelSuite } from './excel-checks'

checkExcelSuite()
