import { ArrowRight, CornerLeftUp } from 'lucide-react'
import type { RecordRef } from '#contract/authority'
import { AuthorityLink } from '../../ui/AuthorityLink'
import { useWords, type WordKey } from '../../words/words'

interface Props {
  kind: 'organization' | 'place'
  self: { name: string; detail: string }
  family: { parent: RecordRef | null; children: RecordRef[]; predecessors: RecordRef[]; successors: RecordRef[] }
}

/** What a body or place came from, what became of it, and what it stands under, on a line to be read from left to right. */
export function FamilyLine({ kind, self, family: { parent, children, predecessors, successors } }: Props) {
  const t = useWords()
  const alone = !parent && children.length + predecessors.length + successors.length === 0
  if (alone) return null
  return (
    <section className="section" data-testid="family">
      <h2 className="section-title">{t(`record.family.title.${kind}`)}</h2>
      {parent && (
        <p className="family-parent">
          <CornerLeftUp aria-hidden />
          <span className="visually-hidden">{t(`record.parent.${kind}`)}: </span>
          <AuthorityLink kind={kind} id={parent.id}>
            {parent.name}
          </AuthorityLink>
        </p>
      )}
      <div className="family-line">
        <Generation kind={kind} label="record.family.predecessors" refs={predecessors} />
        {predecessors.length > 0 && <ArrowRight aria-hidden className="family-arrow" />}
        <div className="family-box self">
          <span className="family-name">{self.name}</span>
          <span className="family-detail">{self.detail}</span>
        </div>
        {successors.length > 0 && <ArrowRight aria-hidden className="family-arrow" />}
        <Generation kind={kind} label="record.family.successors" refs={successors} />
      </div>
      {children.length > 0 && (
        <ul className="family-children" aria-label={t(`record.family.children.${kind}`)}>
          {children.map(({ id, name }) => (
            <li key={id}>
              <AuthorityLink kind={kind} id={id}>
                {name}
              </AuthorityLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Generation({ kind, label, refs }: { kind: Props['kind']; label: WordKey; refs: RecordRef[] }) {
  const t = useWords()
  if (refs.length === 0) return null
  return (
    <ul className="family-generation" aria-label={t(label)}>
      {refs.map(({ id, name, detail }) => (
        <li key={id} className="family-box">
          <AuthorityLink kind={kind} id={id}>
            {name}
          </AuthorityLink>
          <span className="family-detail">{detail}</span>
        </li>
      ))}
    </ul>
  )
}
