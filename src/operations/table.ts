import { exportAll, exportExcel, exportPictures, exportWord } from './deliveries/exports'
import { discardDraft, fileDraftNow, getDraft, listDrafts, saveDraft } from './drafts/drafts'
import { addPhotosToDraft, importFiles } from './intake/import'
import { pasteText } from './intake/paste'
import { readFile } from './intake/read'
import * as archives from './records/archives'
import { binArticle, getArticle, listArticles, restoreArticle, reviseArticle } from './records/articles'
import { getEvent, getNamed, getPerson, listAuthorities, matchAuthorities } from './records/authorities'
import { describePhoto, getPhoto } from './records/photos'
import { tagArticle } from './records/tagging'
import type { Handlers } from './runner'

/** Every operation of the contract and the function that does it. */
export const handlers: Handlers = {
  'archive.create': archives.createNew,
  'archive.open': archives.open,
  'archive.sample': archives.createSample,
  'archive.info': archives.info,
  'archive.close': archives.close,
  'archive.check': archives.check,

  'intake.read': readFile,
  'intake.import': importFiles,
  'intake.paste': pasteText,

  'draft.list': listDrafts,
  'draft.get': getDraft,
  'draft.save': saveDraft,
  'draft.addPhotos': addPhotosToDraft,
  'draft.file': fileDraftNow,
  'draft.discard': discardDraft,

  'article.list': listArticles,
  'article.get': getArticle,
  'article.tag': tagArticle,
  'article.bin': binArticle,
  'article.restore': restoreArticle,
  'article.revise': reviseArticle,

  'authority.list': listAuthorities,
  'authority.match': matchAuthorities,
  'authority.get': getNamed,
  'event.get': getEvent,
  'person.get': getPerson,

  'photo.get': getPhoto,
  'photo.describe': describePhoto,

  'export.word': exportWord,
  'export.excel': exportExcel,
  'export.pictures': exportPictures,
  'export.all': exportAll,

  'job.list': async (context) => ({ jobs: context.jobs.list() }),
  'job.cancel': async (context, { id }) => {
    context.jobs.cancel(id)
    return {}
  },
}
