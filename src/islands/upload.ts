import { mountUpload } from './upload/mount-upload.ts'

/** Files are sent one by one while the form is filled in; without this script the form sends them all at the end. */
for (const place of document.querySelectorAll<HTMLElement>('[data-envio-url]')) mountUpload(place)
