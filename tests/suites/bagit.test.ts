import { checkBagitSuite } from './bagit-checks'

checkBagitSuite()
