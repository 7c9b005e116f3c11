import { createAuthority, removeAuthority, updateAuthority } from './authority/editing'
import { likelyDoubles } from './authority/likely'
import { mergeAuthorities, previewMerge } from './authority/merging'
import { listUses, previewSplit, splitAuthority } from './authority/splitting'
import { findMerger, linkMerger } from './authority/unit-mergers'
import { backUpTo, restoreFrom } from './care/backup'
import { check, reindex, repair } from './care/check'
import { applyCorrections } from './corrections/apply'
import { readCorrections } from './corrections/read'
import { custodyHandlers } from './custody/table'
import { discardDraft, fileDraftNow, getDraft, listDrafts, notDuplicate, saveDraft } from './drafts/drafts'
import { emptyBin, listBin } from './history/bin'
import * as history from './history/history'
import { explainFile } from './intake/explain'
import { importFiles } from './intake/import'
import { addPhotosToDraft } from './intake/loose-photos'
import { pasteText } from './intake/paste'
import { pastePicture } from './intake/paste-picture'
import { readFile } from './intake/read'
import { watchedFolder, watchFolder } from './intake/watch'
import { forgetLearnt, listLearnt } from './learnt/learnt'
import { describePhoto } from './photos/describe'
import { compareDescribed, describeMany } from './photos/describe-many'
import { findFaces } from './photos/faces'
import { countWanting, makePreviews } from './photos/make-previews'
import { getInside, getMapping, saveMapping } from './photos/mapping'
import { photosDiffer } from './photos/not-near'
import { namesInOrderOf, writeOrder } from './photos/order'
import * as photos from './photos/photos'
import { useInstead } from './photos/use-instead'
import * as archives from './records/archives'
import { binArticle, countArticles, getArticle, listArticles, restoreArticle, reviseArticle } from './records/articles'
import { getEvent, getNamed, getPerson, listAuthorities, matchAuthorities } from './records/authorities'
import { bulkEdit, previewBulkEdit } from './records/bulk-edit'
import { eventCalendar, eventMonths } from './records/calendar'
import { readings } from './records/questions'
import { relatedArticles } from './records/related'
import { saveArticle } from './records/save-article'
import { listSearches, removeSearch, saveSearch } from './records/searches'
import { getStatistics } from './records/statistics'
import { tagArticle } from './records/tagging'
import type { Handlers } from './runner'
import { addTerm, listTerms, removeTerm } from './terms/terms'

/** The Word and Excel libraries are large: they are loaded when first needed, not when the window opens. */
const deliveries = () => import('./deliveries/exports')
const wordFiles = () => import('./deliveries/word')
const templates = () => import('./templates/templates')
const workbooks = () => import('./deliveries/workbooks')
const lists = () => import('./deliveries/lists')

/** Every operation of the contract and the function that does it. */
export const handlers: Handlers = {
  'archive.create': archives.createNew,
  'archive.open': archives.open,
  'archive.sample': archives.createSample,
  'archive.info': archives.info,
  'archive.close': archives.close,

  'archive.check': check,
  'archive.repair': repair,
  'archive.reindex': reindex,
  'archive.backup': backUpTo,
  'archive.restoreBackup': restoreFrom,

  'history.list': history.listHistory,
  'history.people': history.listPeople,
  'history.get': history.getChange,
  'history.ofRecord': history.recordHistory,
  'history.undo': history.undo,
  'history.redo': history.redo,
  'record.restoreVersion': history.restoreVersion,
  'bin.list': listBin,
  'bin.empty': emptyBin,

  'intake.read': readFile,
  'intake.explain': explainFile,
  'intake.import': importFiles,
  'intake.paste': pasteText,
  'intake.pastePicture': pastePicture,
  'intake.watch': watchFolder,
  'intake.watched': watchedFolder,

  'draft.list': listDrafts,
  'draft.get': getDraft,
  'draft.save': saveDraft,
  'draft.addPhotos': addPhotosToDraft,
  'draft.file': fileDraftNow,
  'draft.discard': discardDraft,
  'draft.notDuplicate': notDuplicate,

  'learnt.list': listLearnt,
  'learnt.forget': forgetLearnt,

  'search.readings': readings,
  'article.list': listArticles,
  'article.facets': countArticles,
  'article.get': getArticle,
  'article.tag': tagArticle,
  'article.save': saveArticle,
  'article.related': relatedArticles,
  'article.bulkPreview': previewBulkEdit,
  'article.bulkEdit': bulkEdit,
  'article.bin': binArticle,
  'article.restore': restoreArticle,
  'article.revise': reviseArticle,

  'authority.list': listAuthorities,
  'authority.match': matchAuthorities,
  'authority.get': getNamed,
  'authority.create': createAuthority,
  'authority.update': updateAuthority,
  'authority.remove': removeAuthority,
  'authority.mergePreview': previewMerge,
  'authority.merge': mergeAuthorities,
  'authority.uses': listUses,
  'authority.splitPreview': previewSplit,
  'authority.split': splitAuthority,
  'authority.likely': likelyDoubles,
  'place.merger': findMerger,
  'place.linkMerger': linkMerger,
  'event.get': getEvent,
  'event.months': eventMonths,
  'event.calendar': eventCalendar,
  'statistics.get': getStatistics,

  'vocabulary.list': listTerms,
  'vocabulary.add': addTerm,
  'vocabulary.remove': removeTerm,
  'person.get': getPerson,

  'photo.list': photos.listPhotos,
  'photo.months': photos.countMonths,
  'photo.events': photos.listEvents,
  'photo.get': photos.getPhoto,
  'photo.near': photos.nearPhotos,
  'photo.notNear': photosDiffer,
  'photo.faces': findFaces,
  'photo.previewsWanting': countWanting,
  'photo.previews': makePreviews,
  'photo.useInstead': useInstead,
  'photo.namesInOrder': namesInOrderOf,
  'photo.orderWritten': writeOrder,
  'photo.describe': describePhoto,
  'photo.compare': compareDescribed,
  'photo.describeMany': describeMany,
  'photo.mapping': getMapping,
  'photo.inside': getInside,
  'photo.saveMapping': saveMapping,

  'search.list': listSearches,
  'search.save': saveSearch,
  'search.remove': removeSearch,

  ...custodyHandlers,

  'export.word': async (...call) => (await deliveries()).exportWord(...call),
  'template.list': async (...call) => (await templates()).listTemplates(...call),
  'template.fields': async (...call) => (await templates()).templateFields(...call),
  'template.check': async (...call) => (await templates()).checkTemplateFile(...call),
  'template.add': async (...call) => (await templates()).addTemplate(...call),
  'template.replace': async (...call) => (await templates()).replaceTemplate(...call),
  'template.save': async (...call) => (await templates()).saveTemplate(...call),
  'template.use': async (...call) => (await templates()).useTemplate(...call),
  'template.remove': async (...call) => (await templates()).removeTemplate(...call),
  'export.photoSheets': async (...call) => (await wordFiles()).exportPhotoSheets(...call),
  'export.dossiers': async (...call) => (await wordFiles()).exportDossiers(...call),
  'export.transfer': async (...call) => (await wordFiles()).exportTransfer(...call),
  'export.excel': async (...call) => (await deliveries()).exportExcel(...call),
  'export.pictures': async (...call) => (await deliveries()).exportPictures(...call),
  'export.photos': async (...call) => (await deliveries()).exportPhotos(...call),
  'export.all': async (...call) => (await deliveries()).exportAll(...call),

  'corrections.read': readCorrections,
  'corrections.apply': applyCorrections,

  'export.columns': async (...call) => (await lists()).exportColumns(...call),
  'export.list': async (...call) => (await lists()).exportList(...call),
  'export.form': async (...call) => (await workbooks()).exportForm(...call),

  'job.list': async (context) => ({ jobs: context.jobs.list() }),
  'job.cancel': async (context, { id }) => {
    context.jobs.cancel(id)
    return {}
  },
}
