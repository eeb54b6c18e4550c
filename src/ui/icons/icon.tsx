import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { shapes } from './shapes.ts'

export type IconName = keyof typeof shapes

/** Every icon there is, for galleries and pickers. */
export const iconNames = Object.keys(shapes) as IconName[]

/** The icons drawn so far on the page being rendered, so that the sprite at its end holds only these. */
export const IconsInUse = createContext<Set<IconName> | undefined>(undefined)

/**
 * A drawing beside words. It is hidden from screen readers, so the words must be there:
 * visible next to it, or given as `label`, which is then read but not seen.
 */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  useContext(IconsInUse)?.add(name)
  return (
    <>
      <svg class="icon" aria-hidden="true">
        <use href={`#icone-${name}`} />
      </svg>
      {label === undefined ? null : <span class="visually-hidden">{label}</span>}
    </>
  )
}

/** The symbols for the icons in use; it stands last in the body, when all of them are known. */
export function IconSprite({ always = [] }: { always?: readonly IconName[] | undefined }) {
  const names = [...new Set([...(useContext(IconsInUse) ?? []), ...always])]
  return (
    <svg class="icon-sprite" aria-hidden="true" width="0" height="0">
      {names.map((name) => (
        // The drawings are constants of this program; no foreign text can get here.
        <symbol
          key={name}
          id={`icone-${name}`}
          viewBox="0 0 24 24"
          dangerouslySetInnerHTML={{ __html: shapes[name] }}
        />
      ))}
    </svg>
  )
}
