import type { VNode } from 'preact'

/** One way a component looks; at once picture in the gallery, fixture and accessibility test. */
export type Example = { readonly name: string; readonly render: () => VNode }
