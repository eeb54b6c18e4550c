import { Icon } from '../icons/icon.tsx'
import { controlAttributes, Field, type FieldProps } from './field.tsx'

type FileFieldProps = FieldProps & {
  multiple?: boolean | undefined
  /** Endings and types offered, e.g. `.pdf,image/*`. */
  accept?: string | undefined
  /** What is allowed, in words: `PDF ou imagem, até 200 MB cada`. */
  limits?: string | undefined
}

/** Files to send. The area around it is where an island lets files be dropped (`data-ilha="envio-de-arquivos"`). */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props} hint={props.hint ?? props.limits}>
      <div class="drop-zone" data-ilha="envio-de-arquivos">
        <Icon name="upload" />
        <input
          {...controlAttributes({ ...props, hint: props.hint ?? props.limits })}
          class="drop-zone__input"
          type="file"
          multiple={props.multiple}
          accept={props.accept}
        />
      </div>
    </Field>
  )
}
