import { checkPhotoSuite } from './photo-checks'

checkPhotoSuite()
