import { showLeftHere } from './document-editor/left-here.ts'
import { mountEditor } from './document-editor/mount.ts'

/** The editor takes the place of each `<form data-editor>`; without this script the form itself is the way to write. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor]')) void mountEditor(form)
for (const place of document.querySelectorAll<HTMLElement>('[data-digitado-aqui]')) void showLeftHere(place)
