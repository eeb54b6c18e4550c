/**
 * The user interface kit: Preact components rendered to strings on the server, without any script of their own.
 * The README beside this file lists every component with its properties.
 */
export { type Action, ActionBar, type ActionSection } from './action-bar.tsx'
export { addresses } from './addresses.ts'
export { BarList } from './bar-list.tsx'
export { Button, type ButtonKind, LinkButton } from './button.tsx'
export { caseFileColumns } from './case-file-columns.tsx'
export { classNames } from './class-names.ts'
export { ColourMark, isMarkColour, type MarkColour, markColours, Swatch, wordsOfColour } from './colour-mark.tsx'
export {
  Card,
  type Description,
  DescriptionList,
  Details,
  EmptyState,
  ProgressBar,
  type Step,
  Steps,
} from './content.tsx'
export {
  type DateLike,
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatRecent,
  formatTime,
  isoDay,
} from './format.ts'
export { Checkbox, CheckboxList, type Choice, RadioGroup } from './forms/choices.tsx'
export { type FieldProps, fieldId } from './forms/field.tsx'
export { FileField } from './forms/file-field.tsx'
export {
  ErrorSummary,
  errorOf,
  Fieldset,
  Form,
  FormActions,
  type FormError,
  NothingOnEnter,
  SearchForm,
} from './forms/form.tsx'
export { Select, type SelectOption } from './forms/select.tsx'
export {
  DateField,
  type FieldWidth,
  PasswordField,
  SearchField,
  TextArea,
  TextField,
} from './forms/text-fields.tsx'
export { Gallery } from './gallery.tsx'
export { Icon, type IconName, iconNames } from './icons/icon.tsx'
export { Grid, Stack, Toolbar, TwoPane } from './layout.tsx'
export { Link, safeHref } from './link.tsx'
export { Message, type MessageKind } from './message.tsx'
export { type CalendarDay, MonthCalendar } from './month-calendar.tsx'
export { Breadcrumb, Count, type Crumb, Pagination, type Tab, Tabs } from './navigation.tsx'
export type { NavItem, PageActor, PageContext, PageUnit } from './page-context.ts'
export { ReadAloud } from './read-aloud.tsx'
export { RecognizedText } from './recognized-text.tsx'
export { renderDocument } from './render.ts'
export { ConfirmPage } from './shells/confirm-page.tsx'
export { withCounts } from './shells/main-navigation.tsx'
export type { Flash } from './shells/parts.tsx'
export { PlainShell } from './shells/plain-shell.tsx'
export { PublicShell } from './shells/public-shell.tsx'
export { withSecrecyMark } from './shells/secrecy-mark.tsx'
export { Shell, type ShellProps } from './shells/shell.tsx'
export { type Column, nothing, type Selection, type Sort, Table } from './table.tsx'
export { type AccessLevelName, LevelTag, Pen, type PenKind, StatusTag, Tag, type Tone } from './tag.tsx'
export { Timeline, type TimelineEvent } from './timeline.tsx'
export { Tree, type TreeDocument, type TreeFolder } from './tree.tsx'
export { CaseNumber, CopyButton, DateTime, Day, Highlighted, type SnippetPart } from './values.tsx'
