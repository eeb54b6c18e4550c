/** The mark as a file of its own, beside the titles of pages and of what is shown without a page around it. */
export const pageIconDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1351b4"/>\
<path d="M13 17.5c.6-3.6-1.8-4.8-1.8-7.8a4.8 4.8 0 019.6 0c0 3-2.4 4.2-1.8 7.8h5.4v4.8H7.6v-4.8zM7.6 26.5h16.8" fill="none" \
stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
