import type { Archive } from '#archive/archive'
import { KhoError } from '#core/errors'
import type { Dossier, Transfer } from '#core/model/custody'
import type { DeliveredArticle } from '#delivery/delivery'
import type { DossierContent, TransferContent } from '#delivery/transfer/content'
import type { OperationContext } from '../context'
import { deliveredArticles } from '../deliveries/selected'
import { dossierOf } from './held'
import { fondsOf } from './settings'
import { datesOf, itemsOf, spanOf } from './views'

/**
 * What a transfer hands over, or one dossier by itself.
 * @throws KhoError record-missing; cancelled while its items go by
 */
export async function contentOf(
  context: OperationContext,
  archive: Archive,
  of: { transfer: Transfer } | { dossier: Dossier },
  signal: AbortSignal,
): Promise<TransferContent> {
  const transfer = 'transfer' in of ? of.transfer : null
  const dossiers: DossierContent[] = []
  const named =
    'transfer' in of ? await Promise.all(of.transfer.dossiers.map((id) => dossierOf(archive, id))) : [of.dossier]
  for (const dossier of named) dossiers.push(await dossierContent(context, archive, dossier, signal))
  return { fonds: await fondsOf(archive), transfer, dossiers }
}

async function dossierContent(
  context: OperationContext,
  archive: Archive,
  dossier: Dossier,
  signal: AbortSignal,
): Promise<DossierContent> {
  const articles = await itemsOf(archive, dossier)
  const there = new Set(articles.map(({ id }) => id))
  return {
    dossier,
    span: spanOf(await datesOf(archive, articles)),
    missing: dossier.items.filter((id) => !there.has(id)),
    articles: () => withFiles(context, archive, deliveredArticles(context, archive, dossier.items), signal),
  }
}

async function* withFiles(
  _context: OperationContext,
  archive: Archive,
  articles: AsyncIterable<DeliveredArticle>,
  signal: AbortSignal,
): AsyncGenerator<DeliveredArticle> {
  for await (const delivered of articles) {
    if (signal.aborted) throw new KhoError('cancelled')
    const originals = delivered.article.asReceived
      .filter(({ role }) => role !== 'photo')
      .map((file) => ({
        name: file.name,
        path: archive.originals.pathOf(file),
        digest: file.digest.hex,
        mediaType: file.mediaType,
      }))
    yield { ...delivered, originals }
  }
}
