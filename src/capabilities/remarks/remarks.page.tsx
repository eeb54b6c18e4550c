import type { FormKeys } from '../../platform/form-keys.ts'
import { Button, Card, DateTime, Details, Form, formatCount, LinkButton, Stack, TextArea } from '../../ui/index.ts'
import type { AcknowledgementRow, CommentRow } from './remarks.queries.ts'
import { longestComment } from './remarks.rules.ts'

interface RemarksPanelProps {
  readonly now: Date
  readonly formKeys: FormKeys
  /** Address of the case file or document. */
  readonly at: string
  readonly href: (path: string) => string
  readonly what: 'processo' | 'documento'
  readonly comments: readonly CommentRow[]
  readonly acknowledgements: readonly AcknowledgementRow[]
  readonly mayComment: boolean
  readonly mayAcknowledge: boolean
}

/** What people wrote beside it, and who declared to know of it. */
export function RemarksPanel(props: RemarksPanelProps) {
  const { formKeys, at, what, comments, mayComment } = props
  return (
    <Card title="Comentários e ciência" icon="comment" id="comentarios">
      <Stack>
        <Acknowledgements {...props} />
        <CommentList {...props} />
        {mayComment ? (
          <Details summary={`Comentar este ${what}`} open={false} id="comentar">
            <Form
              {...formKeys}
              idempotencyKey={`${formKeys.idempotencyKey}-comentario`}
              action={`${at}/comentarios`}
              id="novo-comentario"
            >
              <CommentField value="" what={what} />
              <Button icon="comment">Comentar</Button>
            </Form>
          </Details>
        ) : null}
        {comments.length === 0 && props.acknowledgements.length === 0 && !mayComment ? (
          <p>Nada foi comentado.</p>
        ) : null}
      </Stack>
    </Card>
  )
}

/** The words of a comment, new or changed. */
export function CommentField({
  value,
  what,
  error,
}: {
  value: string
  what: 'processo' | 'documento'
  error?: string | undefined
}) {
  return (
    <TextArea
      name="comentario"
      label="Comentário"
      hint={`À vista de todos que leem o ${what}. Só esta unidade pode alterá-lo ou excluí-lo; a exclusão deixa registro.`}
      rows={3}
      maxLength={longestComment}
      required
      value={value}
      error={error}
    />
  )
}

function Acknowledgements({ acknowledgements, mayAcknowledge, formKeys, at, what, now }: RemarksPanelProps) {
  return (
    <>
      {acknowledgements.length > 0 ? (
        <Details
          summary={formatCount(acknowledgements.length, 'ciência', 'ciências')}
          open={acknowledgements.length < 6}
        >
          <ul>
            {acknowledgements.map(({ id, person, unitAcronym, at: moment }) => (
              <li key={id}>
                {person}, {unitAcronym}, <DateTime value={moment} now={now} />
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {mayAcknowledge ? (
        <Form
          {...formKeys}
          idempotencyKey={`${formKeys.idempotencyKey}-ciencia`}
          action={`${at}/ciencia`}
          id="dar-ciencia"
        >
          <Button icon="check">{`Dar ciência do ${what}`}</Button>
        </Form>
      ) : null}
    </>
  )
}

function CommentList({ comments, href, now }: RemarksPanelProps) {
  if (comments.length === 0) return null
  return (
    <ul class="comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comentario-${comment.id}`}>
          <p class="secondary">
            <strong>{comment.author}</strong>, {comment.unitAcronym}, <DateTime value={comment.at} now={now} />
            {comment.changedAt && !comment.deletedAt ? ' (alterado)' : ''}
          </p>
          {comment.deletedAt ? (
            <p class="secondary">
              Comentário excluído por {comment.deletedBy}, <DateTime value={comment.deletedAt} now={now} />.
            </p>
          ) : (
            <p class="comments__text">{comment.text}</p>
          )}
          {!comment.deletedAt && comment.ours ? (
            <LinkButton kind="quiet" small icon="edit" href={href(`/comentarios/${comment.id}`)}>
              Alterar ou excluir
              <span class="visually-hidden"> o comentário de {comment.author}</span>
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
