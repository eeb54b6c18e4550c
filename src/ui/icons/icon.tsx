import { shapes } from './shapes.ts'

export type IconName = keyof typeof shapes

/** Every icon there is, for galleries and pickers. */
export const iconNames = Object.keys(shapes) as IconName[]

/**
 * A drawing beside words. It is hidden from screen readers, so the words must be there:
 * visible next to it, or given as `label`, which is then read but not seen.
 */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  return (
    <>
      <svg class="icon" aria-hidden="true">
        <use href={`#i-${name}`} />
      </svg>
      {label === undefined ? null : <span class="visually-hidden">{label}</span>}
    </>
  )
}

/** The symbols for the icons that were drawn in `html`; it stands last in the body, when all of them are known. */
export function IconSprite({ html, always = [] }: { html: string; always?: readonly IconName[] | undefined }) {
  const names = [...new Set([...iconsIn(html), ...always])]
  return (
    <svg class="icon-sprite" aria-hidden="true" width="0" height="0">
      {names.map((name) => (
        // The drawings are constants of this program; no foreign text can get here.
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24" dangerouslySetInnerHTML={{ __html: shapes[name] }} />
      ))}
    </svg>
  )
}

const use = '<use href="#i-'

/** Text cannot look like an icon, since its quotes are escaped; what is no name of ours is passed over. */
function iconsIn(html: string): Set<IconName> {
  const found = new Set<IconName>()
  for (let at = html.indexOf(use); at >= 0; at = html.indexOf(use, at + use.length)) {
    const name = html.slice(at + use.length, html.indexOf('"', at + use.length))
    if (Object.hasOwn(shapes, name)) found.add(name as IconName)
  }
  return found
}
