-- Result of all migrations. Made by tools/dump-schema.ts; never edited by hand.

create table agenda.calendar (
  office_id bigint not null,
  opens time without time zone default '08:00:00'::time without time zone not null,
  closes time without time zone default '14:00:00'::time without time zone not null,
  slot_minutes integer default 30 not null,
  is_public boolean default true not null,
  opened_at timestamp with time zone not null,
  opened_by bigint not null,
  constraint calendar_check CHECK ((closes > opens)),
  constraint calendar_office_id_fkey FOREIGN KEY (office_id) REFERENCES identity.office(id),
  constraint calendar_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES identity.account(id),
  constraint calendar_pkey PRIMARY KEY (office_id),
  constraint calendar_slot_minutes_check CHECK (((slot_minutes >= 10) AND (slot_minutes <= 240)))
);

create table agenda.commitment (
  id bigint generated always as identity not null,
  uid uuid default gen_random_uuid() not null,
  office_id bigint not null,
  agency_id bigint not null,
  account_id bigint,
  capacity text default ''::text not null,
  request_id bigint,
  kind text not null,
  subject text not null,
  place text not null,
  books_room boolean default false not null,
  room text default lower(place),
  during tstzrange not null,
  participants jsonb default '[]'::jsonb not null,
  representative text default ''::text not null,
  represented text default ''::text not null,
  interests text default ''::text not null,
  reserved_basis text,
  disclose_on date,
  case_file_id bigint,
  state text default 'confirmed'::text not null,
  outcome text default ''::text not null,
  sequence integer default 0 not null,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  published_at timestamp with time zone,
  words_are_public boolean default false not null,
  constraint commitment_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint commitment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint commitment_capacity_check CHECK ((length(capacity) <= 160)),
  constraint commitment_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint commitment_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint commitment_check CHECK (((reserved_basis IS NULL) = (disclose_on IS NULL))),
  constraint commitment_check1 CHECK (((kind <> 'hearing'::text) OR ((representative <> ''::text) AND (represented <> ''::text) AND (interests <> ''::text)))),
  constraint commitment_check2 CHECK (((kind <> ALL (ARRAY['meeting'::text, 'internal'::text])) OR (NOT jsonb_path_exists(participants, '$[*]?(@."isPrivate" == true)'::jsonpath)))),
  constraint commitment_during_check CHECK (((NOT isempty(during)) AND lower_inc(during) AND (NOT upper_inc(during)) AND (upper(during) <= (lower(during) + '16:00:00'::interval)))),
  constraint commitment_interests_check CHECK ((length(interests) <= 500)),
  constraint commitment_kind_check CHECK ((kind = ANY (ARRAY['hearing'::text, 'meeting'::text, 'event'::text, 'public-hearing'::text, 'internal'::text]))),
  constraint commitment_office_id_fkey FOREIGN KEY (office_id) REFERENCES agenda.calendar(office_id),
  constraint commitment_outcome_check CHECK ((length(outcome) <= 2000)),
  constraint commitment_participants_check CHECK (agenda.is_list_of_participants(participants)),
  constraint commitment_pkey PRIMARY KEY (id),
  constraint commitment_place_check CHECK (((length(place) >= 2) AND (length(place) <= 200))),
  constraint commitment_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint commitment_representative_check CHECK ((length(representative) <= 200)),
  constraint commitment_represented_check CHECK ((length(represented) <= 200)),
  constraint commitment_request_id_fkey FOREIGN KEY (request_id) REFERENCES agenda.request(id),
  constraint commitment_request_id_key UNIQUE (request_id),
  constraint commitment_reserved_basis_check CHECK (((length(reserved_basis) >= 3) AND (length(reserved_basis) <= 200))),
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['confirmed'::text, 'rescheduled'::text, 'held'::text, 'no-show'::text, 'cancelled'::text]))),
  constraint commitment_subject_check CHECK (((length(subject) >= 3) AND (length(subject) <= 500))),
  constraint commitment_uid_key UNIQUE (uid),
  constraint one_at_a_time_in_a_room EXCLUDE USING gist (agency_id WITH =, room WITH =, during WITH &&) WHERE (((state <> 'cancelled'::text) AND books_room)),
  constraint one_at_a_time_of_a_person EXCLUDE USING gist (account_id WITH =, during WITH &&) WHERE (((state <> 'cancelled'::text) AND (account_id IS NOT NULL))),
  constraint one_at_a_time_of_an_office EXCLUDE USING gist (office_id WITH =, during WITH &&) WHERE ((state <> 'cancelled'::text))
);

create table agenda.keeper (
  id bigint generated always as identity not null,
  office_id bigint not null,
  account_id bigint not null,
  named_at timestamp with time zone not null,
  named_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint keeper_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint keeper_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint keeper_check1 CHECK ((ended_at >= named_at)),
  constraint keeper_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint keeper_named_by_fkey FOREIGN KEY (named_by) REFERENCES identity.account(id),
  constraint keeper_office_id_fkey FOREIGN KEY (office_id) REFERENCES agenda.calendar(office_id),
  constraint keeper_pkey PRIMARY KEY (id)
);

create table agenda.reminder (
  commitment_id bigint not null,
  day date not null,
  queued_at timestamp with time zone not null,
  constraint reminder_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES agenda.commitment(id),
  constraint reminder_pkey PRIMARY KEY (commitment_id, day)
);

create table agenda.request (
  id bigint generated always as identity not null,
  office_id bigint not null,
  requester text not null,
  institution text default ''::text not null,
  phone text default ''::text not null,
  email text default ''::text not null,
  channel text not null,
  subject text not null,
  wished_from date,
  wished_until date,
  wished_note text default ''::text not null,
  is_urgent boolean default false not null,
  participants jsonb default '[]'::jsonb not null,
  case_file_id bigint,
  state text default 'requested'::text not null,
  reason text default ''::text not null,
  redirected_unit_id bigint,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  constraint request_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint request_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'in-person'::text, 'email'::text]))),
  constraint request_check CHECK ((wished_until >= wished_from)),
  constraint request_check1 CHECK (((state = ANY (ARRAY['accepted'::text, 'redirected'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
  constraint request_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint request_check3 CHECK (((state = 'redirected'::text) = (redirected_unit_id IS NOT NULL))),
  constraint request_check4 CHECK (((state <> 'refused'::text) OR (length(reason) >= 3))),
  constraint request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES identity.account(id),
  constraint request_email_check CHECK ((length(email) <= 254)),
  constraint request_institution_check CHECK ((length(institution) <= 200)),
  constraint request_office_id_fkey FOREIGN KEY (office_id) REFERENCES agenda.calendar(office_id),
  constraint request_participants_check CHECK (agenda.is_list_of_participants(participants)),
  constraint request_phone_check CHECK ((length(phone) <= 40)),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_reason_check CHECK ((length(reason) <= 500)),
  constraint request_redirected_unit_id_fkey FOREIGN KEY (redirected_unit_id) REFERENCES organization.unit(id),
  constraint request_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint request_requester_check CHECK (((length(requester) >= 2) AND (length(requester) <= 200))),
  constraint request_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'under-analysis'::text, 'accepted'::text, 'redirected'::text, 'refused'::text]))),
  constraint request_subject_check CHECK (((length(subject) >= 3) AND (length(subject) <= 500))),
  constraint request_wished_note_check CHECK ((length(wished_note) <= 200))
);

create table agenda.version (
  commitment_id bigint not null,
  sequence integer not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  shown jsonb not null,
  constraint version_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint version_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES agenda.commitment(id),
  constraint version_pkey PRIMARY KEY (commitment_id, sequence)
);

create table archive.agency_archive (
  agency_id bigint not null,
  unit_id bigint not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint agency_archive_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint agency_archive_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint agency_archive_pkey PRIMARY KEY (agency_id),
  constraint agency_archive_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table archive.file_removal (
  sha256 text not null,
  state text default 'waiting'::text not null,
  since timestamp with time zone not null,
  constraint file_removal_pkey PRIMARY KEY (sha256),
  constraint file_removal_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_removal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'aside'::text])))
);

create table archive.filing (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  phase text default 'current'::text not null,
  justification text not null,
  concluded_on date not null,
  term_id bigint,
  filed_at timestamp with time zone not null,
  filed_by bigint not null,
  filed_unit_id bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  ending text,
  end_reason text,
  end_term_id bigint,
  constraint filing_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint filing_check CHECK ((num_nonnulls(ended_at, ended_by, ending, end_reason) = ANY (ARRAY[0, 4]))),
  constraint filing_end_reason_check CHECK (((length(end_reason) >= 5) AND (length(end_reason) <= 500))),
  constraint filing_end_term_id_fkey FOREIGN KEY (end_term_id) REFERENCES documents.document(id),
  constraint filing_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint filing_ending_check CHECK ((ending = 'unarchived'::text)),
  constraint filing_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES identity.account(id),
  constraint filing_filed_unit_id_fkey FOREIGN KEY (filed_unit_id) REFERENCES organization.unit(id),
  constraint filing_justification_check CHECK (((length(justification) >= 5) AND (length(justification) <= 500))),
  constraint filing_phase_check CHECK ((phase = ANY (ARRAY['current'::text, 'intermediate'::text, 'permanent'::text]))),
  constraint filing_pkey PRIMARY KEY (id),
  constraint filing_term_id_fkey FOREIGN KEY (term_id) REFERENCES documents.document(id),
  constraint filing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table archive.hold (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  reason text not null,
  placed_at timestamp with time zone not null,
  placed_by bigint not null,
  placed_unit_id bigint not null,
  lifted_at timestamp with time zone,
  lifted_by bigint,
  lift_reason text,
  constraint hold_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint hold_check CHECK ((num_nonnulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3]))),
  constraint hold_lift_reason_check CHECK (((length(lift_reason) >= 5) AND (length(lift_reason) <= 500))),
  constraint hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES identity.account(id),
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES identity.account(id),
  constraint hold_placed_unit_id_fkey FOREIGN KEY (placed_unit_id) REFERENCES organization.unit(id),
  constraint hold_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500)))
);

create table archive.listing (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  unit_id bigint not null,
  year integer not null,
  number integer not null,
  case_file_id bigint not null,
  listing_document_id bigint,
  term_document_id bigint,
  state text default 'draft'::text not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  notice_reference text,
  notice_on date,
  notice_days integer,
  ordered_by bigint,
  ordered_at timestamp with time zone,
  confirmed_by bigint,
  confirmed_unit_id bigint,
  confirmed_at timestamp with time zone,
  executed_at timestamp with time zone,
  abandon_reason text,
  constraint listing_abandon_reason_check CHECK (((length(abandon_reason) >= 5) AND (length(abandon_reason) <= 500))),
  constraint listing_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint listing_agency_id_year_number_key UNIQUE (agency_id, year, number),
  constraint listing_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint listing_check CHECK ((num_nonnulls(notice_reference, notice_on, notice_days) = ANY (ARRAY[0, 3]))),
  constraint listing_check1 CHECK (((state <> ALL (ARRAY['noticed'::text, 'ordered'::text, 'confirmed'::text, 'executed'::text])) OR (notice_on IS NOT NULL))),
  constraint listing_check2 CHECK (((state <> ALL (ARRAY['ordered'::text, 'confirmed'::text, 'executed'::text])) OR (num_nonnulls(ordered_by, ordered_at, term_document_id) = 3))),
  constraint listing_check3 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'executed'::text])) OR (num_nonnulls(confirmed_by, confirmed_unit_id, confirmed_at) = 3))),
  constraint listing_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES identity.account(id),
  constraint listing_confirmed_unit_id_fkey FOREIGN KEY (confirmed_unit_id) REFERENCES organization.unit(id),
  constraint listing_listing_document_id_fkey FOREIGN KEY (listing_document_id) REFERENCES documents.document(id),
  constraint listing_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint listing_notice_days_check CHECK (((notice_days >= 30) AND (notice_days <= 45))),
  constraint listing_notice_reference_check CHECK (((length(notice_reference) >= 5) AND (length(notice_reference) <= 300))),
  constraint listing_number_check CHECK ((number > 0)),
  constraint listing_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES identity.account(id),
  constraint listing_pkey PRIMARY KEY (id),
  constraint listing_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'signed'::text, 'noticed'::text, 'ordered'::text, 'confirmed'::text, 'executed'::text, 'abandoned'::text]))),
  constraint listing_term_document_id_fkey FOREIGN KEY (term_document_id) REFERENCES documents.document(id),
  constraint listing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint two_people_eliminate CHECK ((confirmed_by <> ordered_by))
);

create table archive.listing_item (
  listing_id bigint not null,
  case_file_id bigint not null,
  position integer not null,
  class_code text not null,
  final_on date not null,
  state text default 'listed'::text not null,
  reason text,
  decided_at timestamp with time zone,
  decided_by bigint,
  constraint listing_item_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint listing_item_check CHECK (((state = 'listed'::text) OR (decided_at IS NOT NULL))),
  constraint listing_item_check1 CHECK (((state <> ALL (ARRAY['contested'::text, 'withdrawn'::text])) OR (reason IS NOT NULL))),
  constraint listing_item_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES identity.account(id),
  constraint listing_item_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES archive.listing(id),
  constraint listing_item_pkey PRIMARY KEY (listing_id, case_file_id),
  constraint listing_item_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500))),
  constraint listing_item_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'contested'::text, 'withdrawn'::text, 'eliminated'::text])))
);

create table archive.listing_signature (
  listing_id bigint not null,
  role text not null,
  account_id bigint not null,
  name text not null,
  signed_at timestamp with time zone not null,
  constraint listing_signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint listing_signature_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES archive.listing(id),
  constraint listing_signature_pkey PRIMARY KEY (listing_id, role),
  constraint listing_signature_role_check CHECK ((role = ANY (ARRAY['responsible'::text, 'president'::text, 'authority'::text]))),
  constraint nobody_signs_twice UNIQUE (listing_id, account_id)
);

create table archive.term_event (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  name text not null,
  happened_on date not null,
  document_id bigint,
  recorded_at timestamp with time zone not null,
  recorded_by bigint not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by bigint,
  constraint term_event_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint term_event_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint term_event_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint term_event_name_check CHECK (((length(name) >= 3) AND (length(name) <= 120))),
  constraint term_event_pkey PRIMARY KEY (id),
  constraint term_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES identity.account(id),
  constraint term_event_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES identity.account(id)
);

create table archive.waiting (
  case_file_id bigint not null,
  unit_id bigint not null,
  concluded_at timestamp with time zone not null,
  constraint waiting_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint waiting_pkey PRIMARY KEY (case_file_id),
  constraint waiting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table auditing.bundle (
  id bigint generated always as identity not null,
  category text not null,
  from_tx xid8 not null,
  to_tx xid8 not null,
  entry_ids bigint[] not null,
  leaves bytea not null,
  root bytea not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  sealed_at timestamp with time zone not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint bundle_category_check CHECK ((category = ANY (ARRAY['general'::text, 'access'::text, 'case-files'::text, 'documents'::text]))),
  constraint bundle_check CHECK ((length(leaves) = (32 * cardinality(entry_ids)))),
  constraint bundle_check1 CHECK ((last_at >= first_at)),
  constraint bundle_check2 CHECK ((to_tx > from_tx)),
  constraint bundle_entry_ids_check CHECK (((cardinality(entry_ids) >= 1) AND (cardinality(entry_ids) <= 5000))),
  constraint bundle_pkey PRIMARY KEY (id),
  constraint bundle_root_check CHECK ((length(root) = 32))
);

create table auditing.entry (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  account_id bigint,
  substituting text default ''::text not null,
  unit_id bigint,
  ip text not null,
  user_agent text not null,
  server text not null,
  resource text not null,
  operation text not null,
  case_file_id bigint,
  document_id bigint,
  tx xid8 default pg_current_xact_id() not null,
  contact_id bigint,
  constraint entry_ip_check CHECK ((length(ip) <= 60)),
  constraint entry_operation_check CHECK ((length(operation) <= 200)),
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_resource_check CHECK ((length(resource) <= 60)),
  constraint entry_server_check CHECK ((length(server) <= 100)),
  constraint entry_substituting_check CHECK ((length(substituting) <= 300)),
  constraint entry_user_agent_check CHECK ((length(user_agent) <= 300))
);

create table auditing.log_line (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  level text not null,
  words text not null,
  facts text not null,
  server text not null,
  account_id bigint,
  unit_id bigint,
  ip text default ''::text not null,
  constraint log_line_facts_check CHECK ((length(facts) <= 8000)),
  constraint log_line_ip_check CHECK ((length(ip) <= 60)),
  constraint log_line_level_check CHECK ((level = ANY (ARRAY['error'::text, 'warning'::text, 'information'::text, 'debug'::text]))),
  constraint log_line_pkey PRIMARY KEY (id),
  constraint log_line_server_check CHECK ((length(server) <= 100)),
  constraint log_line_words_check CHECK ((length(words) <= 500))
);

create table auditing.removal (
  id bigint generated always as identity not null,
  term_id bigint not null,
  bundle_ids bigint[] not null,
  entries integer not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  removed_at timestamp with time zone not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint removal_bundle_ids_check CHECK (((cardinality(bundle_ids) >= 1) AND (cardinality(bundle_ids) <= 5000))),
  constraint removal_entries_check CHECK ((entries > 0)),
  constraint removal_file_bytes_check CHECK ((file_bytes > 0)),
  constraint removal_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint removal_pkey PRIMARY KEY (id),
  constraint removal_term_id_fkey FOREIGN KEY (term_id) REFERENCES auditing.term(id)
);

create table auditing.rule (
  id bigint generated always as identity not null,
  category text not null,
  description text not null,
  is_on boolean default true not null,
  resources text[] not null,
  constraint rule_category_check CHECK ((category = ANY (ARRAY['general'::text, 'access'::text, 'case-files'::text, 'documents'::text]))),
  constraint rule_description_check CHECK (((length(description) >= 3) AND (length(description) <= 200))),
  constraint rule_pkey PRIMARY KEY (id),
  constraint rule_resources_check CHECK (((cardinality(resources) >= 1) AND (cardinality(resources) <= 100)))
);

create table auditing.rule_change (
  id bigint generated always as identity not null,
  rule_id bigint not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  description text not null,
  is_on boolean not null,
  resources text[] not null,
  constraint rule_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint rule_change_pkey PRIMARY KEY (id),
  constraint rule_change_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES auditing.rule(id)
);

create table auditing.term (
  id bigint generated always as identity not null,
  category text not null,
  months integer,
  reason text not null,
  asked_by bigint not null,
  asked_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  is_granted boolean,
  constraint term_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint term_category_check CHECK ((category = ANY (ARRAY['general'::text, 'access'::text, 'case-files'::text, 'documents'::text]))),
  constraint term_check CHECK ((num_nonnulls(decided_by, decided_at, is_granted) = ANY (ARRAY[0, 3]))),
  constraint term_check1 CHECK ((decided_by <> asked_by)),
  constraint term_check2 CHECK (((months >= 60) OR (category <> ALL (ARRAY['case-files'::text, 'documents'::text])))),
  constraint term_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES identity.account(id),
  constraint term_months_check CHECK (((months >= 12) AND (months <= 1200))),
  constraint term_pkey PRIMARY KEY (id),
  constraint term_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
);

create table bundles.annotation (
  item_id bigint not null,
  unit_id bigint not null,
  text text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint annotation_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint annotation_item_id_fkey FOREIGN KEY (item_id) REFERENCES bundles.item(id) ON DELETE CASCADE,
  constraint annotation_pkey PRIMARY KEY (item_id, unit_id),
  constraint annotation_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500))),
  constraint annotation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table bundles.availability (
  id bigint generated always as identity not null,
  bundle_id bigint not null,
  unit_id bigint not null,
  position integer not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by bigint,
  ending text,
  note text default ''::text not null,
  constraint availability_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles.bundle(id) ON DELETE CASCADE,
  constraint availability_check CHECK (((ended_at IS NULL) = (ending IS NULL))),
  constraint availability_check1 CHECK (((ending IS DISTINCT FROM 'returned'::text) OR (begun_at IS NOT NULL))),
  constraint availability_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint availability_ending_check CHECK ((ending = ANY (ARRAY['returned'::text, 'cancelled'::text]))),
  constraint availability_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint availability_note_check CHECK ((length(note) <= 500)),
  constraint availability_pkey PRIMARY KEY (id),
  constraint availability_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint state_agrees TRIGGER DEFERRABLE INITIALLY DEFERRED
);

create table bundles.bundle (
  id bigint generated always as identity not null,
  number bigint not null,
  kind text not null,
  unit_id bigint not null,
  description text not null,
  state text default 'generated'::text not null,
  in_order boolean default false not null,
  sign_by date,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  changed_at timestamp with time zone not null,
  constraint bundle_check CHECK (((kind <> 'internal'::text) OR (state = ANY (ARRAY['generated'::text, 'concluded'::text])))),
  constraint bundle_check1 CHECK (((kind = 'signature'::text) OR ((NOT in_order) AND (sign_by IS NULL)))),
  constraint bundle_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint bundle_description_check CHECK (((length(description) >= 1) AND (length(description) <= 250))),
  constraint bundle_id_kind_key UNIQUE (id, kind),
  constraint bundle_id_unit_id_key UNIQUE (id, unit_id),
  constraint bundle_kind_check CHECK ((kind = ANY (ARRAY['signature'::text, 'meeting'::text, 'internal'::text]))),
  constraint bundle_number_check CHECK ((number > 0)),
  constraint bundle_number_key UNIQUE (number),
  constraint bundle_pkey PRIMARY KEY (id),
  constraint bundle_state_check CHECK ((state = ANY (ARRAY['generated'::text, 'available'::text, 'returned'::text, 'concluded'::text]))),
  constraint bundle_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint state_agrees TRIGGER DEFERRABLE INITIALLY DEFERRED
);

create table bundles.bundle_group (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  created_at timestamp with time zone not null,
  deactivated_at timestamp with time zone,
  constraint bundle_group_id_unit_id_key UNIQUE (id, unit_id),
  constraint bundle_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint bundle_group_pkey PRIMARY KEY (id),
  constraint bundle_group_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table bundles.destination (
  bundle_id bigint not null,
  unit_id bigint not null,
  position integer not null,
  constraint destination_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles.bundle(id) ON DELETE CASCADE,
  constraint destination_bundle_id_position_key UNIQUE (bundle_id, "position"),
  constraint destination_pkey PRIMARY KEY (bundle_id, unit_id),
  constraint destination_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table bundles.filing (
  bundle_id bigint not null,
  unit_id bigint not null,
  group_id bigint,
  assigned_to bigint,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint filing_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint filing_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES identity.account(id),
  constraint filing_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles.bundle(id) ON DELETE CASCADE,
  constraint filing_group_id_unit_id_fkey FOREIGN KEY (group_id, unit_id) REFERENCES bundles.bundle_group(id, unit_id),
  constraint filing_pkey PRIMARY KEY (bundle_id, unit_id),
  constraint filing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table bundles.item (
  id bigint generated always as identity not null,
  bundle_id bigint not null,
  bundle_kind text not null,
  document_id bigint,
  case_file_id bigint,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  constraint item_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id),
  constraint item_bundle_id_bundle_kind_fkey FOREIGN KEY (bundle_id, bundle_kind) REFERENCES bundles.bundle(id, kind) ON DELETE CASCADE,
  constraint item_bundle_id_case_file_id_key UNIQUE (bundle_id, case_file_id),
  constraint item_bundle_id_document_id_key UNIQUE (bundle_id, document_id),
  constraint item_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint item_check CHECK ((num_nonnulls(document_id, case_file_id) = 1)),
  constraint item_check1 CHECK (((bundle_kind = 'signature'::text) = (document_id IS NOT NULL))),
  constraint item_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint item_pkey PRIMARY KEY (id)
);

create table bundles.number_counter (
  scope text not null,
  last bigint not null,
  constraint number_counter_last_check CHECK ((last > 0)),
  constraint number_counter_pkey PRIMARY KEY (scope),
  constraint number_counter_scope_check CHECK ((scope = 'installation'::text))
);

create table bundles.signal (
  bundle_id bigint not null,
  kind text not null,
  text text default ''::text not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint signal_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint signal_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles.bundle(id) ON DELETE CASCADE,
  constraint signal_check CHECK (((kind = 'commented'::text) = (text <> ''::text))),
  constraint signal_kind_check CHECK ((kind = ANY (ARRAY['priority'::text, 'revised'::text, 'commented'::text]))),
  constraint signal_pkey PRIMARY KEY (bundle_id, kind),
  constraint signal_text_check CHECK ((length(text) <= 500)),
  constraint signal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table case_type_requests.request (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  unit_id bigint not null,
  analysing_unit_id bigint not null,
  case_file_id bigint not null,
  document_number bigint not null,
  name text not null,
  answers jsonb not null,
  asked_by bigint not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  due_on date not null,
  state text default 'analysis'::text not null,
  answered_at timestamp with time zone,
  answered_by bigint,
  answered_by_name text,
  answer text,
  case_type_id bigint,
  constraint request_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint request_analysing_unit_id_fkey FOREIGN KEY (analysing_unit_id) REFERENCES organization.unit(id),
  constraint request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES identity.account(id),
  constraint request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint request_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint request_case_file_id_key UNIQUE (case_file_id),
  constraint request_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint request_check CHECK (((state = 'analysis'::text) = (answered_at IS NULL))),
  constraint request_check1 CHECK ((num_nonnulls(answered_at, answered_by, answered_by_name, answer) = ANY (ARRAY[0, 4]))),
  constraint request_check2 CHECK (((state = 'approved'::text) = (case_type_id IS NOT NULL))),
  constraint request_check3 CHECK (((state <> 'refused'::text) OR (length(answer) >= 5))),
  constraint request_document_number_key UNIQUE (document_number),
  constraint request_name_check CHECK (((length(name) >= 3) AND (length(name) <= 150))),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_state_check CHECK ((state = ANY (ARRAY['analysis'::text, 'approved'::text, 'refused'::text]))),
  constraint request_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.annexation (
  id bigint generated always as identity not null,
  annexed_id bigint not null,
  principal_id bigint not null,
  unit_id bigint not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  undone_at timestamp with time zone,
  undone_by bigint,
  undone_reason text,
  constraint annexation_annexed_id_fkey FOREIGN KEY (annexed_id) REFERENCES cases.case_file(id),
  constraint annexation_check CHECK ((principal_id <> annexed_id)),
  constraint annexation_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint annexation_pkey PRIMARY KEY (id),
  constraint annexation_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES cases.case_file(id),
  constraint annexation_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES identity.account(id),
  constraint annexation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.archiving (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  started_at timestamp with time zone not null,
  started_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint archiving_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint archiving_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint archiving_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint archiving_pkey PRIMARY KEY (id),
  constraint archiving_started_by_fkey FOREIGN KEY (started_by) REFERENCES identity.account(id),
  constraint archiving_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.blocking (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  reason text not null,
  started_at timestamp with time zone not null,
  started_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint blocking_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint blocking_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint blocking_pkey PRIMARY KEY (id),
  constraint blocking_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint blocking_started_by_fkey FOREIGN KEY (started_by) REFERENCES identity.account(id),
  constraint blocking_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.case_class (
  case_file_id bigint not null,
  record_class_id bigint not null,
  constraint case_class_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint case_class_pkey PRIMARY KEY (case_file_id, record_class_id),
  constraint case_class_record_class_id_fkey FOREIGN KEY (record_class_id) REFERENCES classification.record_class(id)
);

create table cases.case_file (
  id bigint generated always as identity not null,
  number text not null,
  digits text not null,
  number_informed boolean default false not null,
  agency_id bigint not null,
  unit_id bigint not null,
  case_type_id bigint not null,
  summary text default ''::text not null,
  filed_on date not null,
  opened_at timestamp with time zone not null,
  opened_by bigint not null,
  priority text,
  level text not null,
  effective_level text not null,
  legal_basis_id bigint,
  state text default 'normal'::text not null,
  news_at timestamp with time zone not null,
  news_unit_id bigint not null,
  constraint case_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint case_file_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint case_file_check CHECK (((level = 'public'::text) OR (legal_basis_id IS NOT NULL))),
  constraint case_file_digits_check CHECK ((digits ~ '^\d{5,30}$'::text)),
  constraint case_file_digits_key UNIQUE (digits),
  constraint case_file_effective_level_check CHECK ((effective_level = ANY (ARRAY['public'::text, 'restricted'::text, 'confidential'::text]))),
  constraint case_file_legal_basis_id_fkey FOREIGN KEY (legal_basis_id) REFERENCES classification.legal_basis(id),
  constraint case_file_level_check CHECK ((level = ANY (ARRAY['public'::text, 'restricted'::text, 'confidential'::text]))),
  constraint case_file_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES identity.account(id),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_priority_check CHECK ((priority = ANY (ARRAY['disability'::text, 'age-60'::text, 'age-80'::text, 'illness'::text, 'child'::text, 'environment'::text]))),
  constraint case_file_state_check CHECK ((state = ANY (ARRAY['normal'::text, 'suspended'::text, 'annexed'::text, 'blocked'::text, 'archived'::text, 'deleted'::text]))),
  constraint case_file_summary_check CHECK ((length(summary) <= 500)),
  constraint case_file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.credential (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  granted_by bigint not null,
  granted_unit_id bigint not null,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  ending text,
  constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint credential_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint credential_check CHECK (((ended_at IS NULL) = (ending IS NULL))),
  constraint credential_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint credential_ending_check CHECK ((ending = ANY (ARRAY['revoked'::text, 'renounced'::text, 'cancelled'::text, 'moved'::text]))),
  constraint credential_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.account(id),
  constraint credential_granted_unit_id_fkey FOREIGN KEY (granted_unit_id) REFERENCES organization.unit(id),
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.desk_tally (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  case_type_id bigint not null,
  change integer not null,
  constraint desk_tally_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint desk_tally_change_check CHECK ((change <> 0)),
  constraint desk_tally_pkey PRIMARY KEY (id),
  constraint desk_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.holding (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  origin text not null,
  opened_at timestamp with time zone not null,
  received_at timestamp with time zone,
  received_by bigint,
  seen_at timestamp with time zone,
  assigned_to bigint,
  closed_at timestamp with time zone,
  closed_by bigint,
  closing text,
  suspended boolean default false not null,
  case_type_id bigint not null,
  confidential boolean default false not null,
  constraint holding_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES identity.account(id),
  constraint holding_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint holding_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint holding_check CHECK (((closed_at IS NULL) = (closing IS NULL))),
  constraint holding_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES identity.account(id),
  constraint holding_closing_check CHECK ((closing = ANY (ARRAY['sent'::text, 'concluded'::text, 'annexed'::text, 'recalled'::text, 'deleted'::text, 'migrated'::text]))),
  constraint holding_origin_check CHECK ((origin = ANY (ARRAY['generated'::text, 'received'::text]))),
  constraint holding_pkey PRIMARY KEY (id),
  constraint holding_received_by_fkey FOREIGN KEY (received_by) REFERENCES identity.account(id),
  constraint holding_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.interested_party (
  case_file_id bigint not null,
  contact_id bigint not null,
  position integer not null,
  constraint interested_party_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint interested_party_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES people.contact(id),
  constraint interested_party_pkey PRIMARY KEY (case_file_id, contact_id)
);

create table cases.number_counter (
  scope text not null,
  year integer not null,
  last integer not null,
  constraint number_counter_last_check CHECK ((last > 0)),
  constraint number_counter_pkey PRIMARY KEY (scope, year)
);

create table cases.observation (
  case_file_id bigint not null,
  unit_id bigint not null,
  text text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint observation_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint observation_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint observation_pkey PRIMARY KEY (case_file_id, unit_id),
  constraint observation_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000))),
  constraint observation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.passage (
  case_file_id bigint not null,
  unit_id bigint not null,
  first_at timestamp with time zone not null,
  constraint passage_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint passage_pkey PRIMARY KEY (case_file_id, unit_id),
  constraint passage_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.reading (
  case_file_id bigint not null,
  account_id bigint not null,
  read_at timestamp with time zone not null,
  constraint reading_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint reading_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint reading_pkey PRIMARY KEY (case_file_id, account_id)
);

create table cases.register_confirmation (
  session_hash bytea not null,
  unit_id bigint not null,
  until timestamp with time zone not null,
  constraint register_confirmation_pkey PRIMARY KEY (session_hash, unit_id),
  constraint register_confirmation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.relation (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  other_id bigint not null,
  unit_id bigint not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint relation_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint relation_check CHECK ((other_id <> case_file_id)),
  constraint relation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint relation_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint relation_other_id_fkey FOREIGN KEY (other_id) REFERENCES cases.case_file(id),
  constraint relation_pkey PRIMARY KEY (id),
  constraint relation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.suspension (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  reason text not null,
  linked_case_file_id bigint,
  started_at timestamp with time zone not null,
  started_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint suspension_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint suspension_check CHECK ((linked_case_file_id <> case_file_id)),
  constraint suspension_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint suspension_linked_case_file_id_fkey FOREIGN KEY (linked_case_file_id) REFERENCES cases.case_file(id),
  constraint suspension_pkey PRIMARY KEY (id),
  constraint suspension_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint suspension_started_by_fkey FOREIGN KEY (started_by) REFERENCES identity.account(id),
  constraint suspension_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table cases.temporary_reading (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  reason text not null,
  source bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint temporary_reading_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint temporary_reading_check CHECK ((until >= since)),
  constraint temporary_reading_pkey PRIMARY KEY (id),
  constraint temporary_reading_reason_check CHECK ((reason = 'meeting-bundle'::text)),
  constraint temporary_reading_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table checkpoints.checkpoint (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  position integer not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  deactivated_at timestamp with time zone,
  constraint checkpoint_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint checkpoint_id_unit_id_key UNIQUE (id, unit_id),
  constraint checkpoint_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint checkpoint_pkey PRIMARY KEY (id),
  constraint checkpoint_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table checkpoints.standing (
  unit_id bigint not null,
  case_file_id bigint not null,
  checkpoint_id bigint not null,
  since timestamp with time zone not null,
  set_by bigint not null,
  constraint standing_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint standing_checkpoint_id_unit_id_fkey FOREIGN KEY (checkpoint_id, unit_id) REFERENCES checkpoints.checkpoint(id, unit_id),
  constraint standing_pkey PRIMARY KEY (unit_id, case_file_id),
  constraint standing_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id)
);

create table checkpoints.step (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  case_file_id bigint not null,
  checkpoint_id bigint,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint step_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint step_checkpoint_id_unit_id_fkey FOREIGN KEY (checkpoint_id, unit_id) REFERENCES checkpoints.checkpoint(id, unit_id),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table classification.case_type (
  id bigint generated always as identity not null,
  name text not null,
  description text default ''::text not null,
  allowed_levels text[] not null,
  suggested_level text not null,
  suggested_legal_basis_id bigint,
  one_per_party boolean default false not null,
  internal boolean default false not null,
  deactivated_at timestamp with time zone,
  constraint case_type_allowed_levels_check CHECK (((cardinality(allowed_levels) > 0) AND (allowed_levels <@ ARRAY['public'::text, 'restricted'::text, 'confidential'::text]))),
  constraint case_type_check CHECK ((suggested_level = ANY (allowed_levels))),
  constraint case_type_name_check CHECK (((length(name) >= 3) AND (length(name) <= 150))),
  constraint case_type_name_key UNIQUE (name),
  constraint case_type_pkey PRIMARY KEY (id),
  constraint case_type_suggested_legal_basis_id_fkey FOREIGN KEY (suggested_legal_basis_id) REFERENCES classification.legal_basis(id)
);

create table classification.case_type_class (
  case_type_id bigint not null,
  record_class_id bigint not null,
  constraint case_type_class_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint case_type_class_pkey PRIMARY KEY (case_type_id, record_class_id),
  constraint case_type_class_record_class_id_fkey FOREIGN KEY (record_class_id) REFERENCES classification.record_class(id)
);

create table classification.case_type_scope (
  case_type_id bigint not null,
  agency_id bigint,
  unit_id bigint,
  constraint case_type_scope_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint case_type_scope_case_type_id_agency_id_unit_id_key UNIQUE NULLS NOT DISTINCT (case_type_id, agency_id, unit_id),
  constraint case_type_scope_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint case_type_scope_check CHECK ((num_nonnulls(agency_id, unit_id) = 1)),
  constraint case_type_scope_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table classification.class_mapping (
  from_class_id bigint not null,
  to_class_id bigint not null,
  constraint class_mapping_check CHECK ((to_class_id <> from_class_id)),
  constraint class_mapping_from_class_id_fkey FOREIGN KEY (from_class_id) REFERENCES classification.record_class(id),
  constraint class_mapping_pkey PRIMARY KEY (from_class_id, to_class_id),
  constraint class_mapping_to_class_id_fkey FOREIGN KEY (to_class_id) REFERENCES classification.record_class(id)
);

create table classification.class_table (
  id bigint generated always as identity not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  activated_at timestamp with time zone,
  retired_at timestamp with time zone,
  constraint class_table_check CHECK (((retired_at IS NULL) OR (activated_at IS NOT NULL))),
  constraint class_table_name_check CHECK (((length(name) >= 3) AND (length(name) <= 120))),
  constraint class_table_name_key UNIQUE (name),
  constraint class_table_pkey PRIMARY KEY (id)
);

create table classification.conference_kind (
  id bigint generated always as identity not null,
  name text not null,
  certifiable boolean default false not null,
  deactivated_at timestamp with time zone,
  constraint conference_kind_name_key UNIQUE (name),
  constraint conference_kind_pkey PRIMARY KEY (id)
);

create table classification.counter_adjustment (
  id bigint generated always as identity not null,
  document_type_id bigint not null,
  scope_id bigint not null,
  year integer not null,
  last_before integer not null,
  last_after integer not null,
  reason text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint counter_adjustment_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint counter_adjustment_pkey PRIMARY KEY (id),
  constraint counter_adjustment_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500))),
  constraint counter_adjustment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table classification.document_counter (
  document_type_id bigint not null,
  scope_id bigint not null,
  year integer not null,
  last integer not null,
  constraint document_counter_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint document_counter_last_check CHECK ((last > 0)),
  constraint document_counter_pkey PRIMARY KEY (document_type_id, scope_id, year)
);

create table classification.document_type (
  id bigint generated always as identity not null,
  category text default ''::text not null,
  name text not null,
  description text default ''::text not null,
  applies_to text not null,
  numbering text default 'none'::text not null,
  number_taken_at text default 'creation'::text not null,
  template json,
  internal boolean default false not null,
  deactivated_at timestamp with time zone,
  purpose text,
  signature_level text default 'advanced'::text not null,
  constraint document_type_applies_to_check CHECK ((applies_to = ANY (ARRAY['authored'::text, 'uploaded'::text, 'both'::text, 'form'::text]))),
  constraint document_type_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120))),
  constraint document_type_name_key UNIQUE (name),
  constraint document_type_number_taken_at_check CHECK ((number_taken_at = ANY (ARRAY['creation'::text, 'signature'::text]))),
  constraint document_type_numbering_check CHECK ((numbering = ANY (ARRAY['none'::text, 'unit'::text, 'agency'::text, 'unit-year'::text, 'agency-year'::text]))),
  constraint document_type_pkey PRIMARY KEY (id),
  constraint document_type_purpose_check CHECK ((purpose = 'email'::text)),
  constraint document_type_purpose_key UNIQUE (purpose),
  constraint document_type_signature_level_check CHECK ((signature_level = ANY (ARRAY['simple'::text, 'advanced'::text, 'qualified'::text])))
);

create table classification.form_draft (
  document_type_id bigint not null,
  fields jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint form_draft_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint form_draft_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint form_draft_fields_check CHECK (((jsonb_typeof(fields) = 'array'::text) AND (jsonb_array_length(fields) <= 100))),
  constraint form_draft_pkey PRIMARY KEY (document_type_id)
);

create table classification.form_version (
  id bigint generated always as identity not null,
  document_type_id bigint not null,
  number integer not null,
  fields jsonb not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  constraint form_version_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint form_version_document_type_id_number_key UNIQUE (document_type_id, number),
  constraint form_version_fields_check CHECK (((jsonb_typeof(fields) = 'array'::text) AND ((jsonb_array_length(fields) >= 1) AND (jsonb_array_length(fields) <= 100)))),
  constraint form_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint form_version_number_check CHECK ((number > 0)),
  constraint form_version_pkey PRIMARY KEY (id)
);

create table classification.legal_basis (
  id bigint generated always as identity not null,
  name text not null,
  law text not null,
  level text not null,
  deactivated_at timestamp with time zone,
  constraint legal_basis_level_check CHECK ((level = ANY (ARRAY['restricted'::text, 'confidential'::text]))),
  constraint legal_basis_name_level_key UNIQUE (name, level),
  constraint legal_basis_pkey PRIMARY KEY (id)
);

create table classification.record_class (
  id bigint generated always as identity not null,
  code text not null,
  description text not null,
  structural boolean default false not null,
  current_years integer,
  intermediate_years integer,
  disposition text,
  note text default ''::text not null,
  deactivated_at timestamp with time zone,
  table_id bigint default classification.table_in_force() not null,
  term_start text default 'conclusion'::text not null,
  term_event text default ''::text not null,
  constraint event_has_a_name CHECK (((term_start = 'event'::text) = (term_event <> ''::text))),
  constraint record_class_code_key UNIQUE (table_id, code),
  constraint record_class_current_years_check CHECK ((current_years >= 0)),
  constraint record_class_disposition_check CHECK ((disposition = ANY (ARRAY['elimination'::text, 'permanent'::text]))),
  constraint record_class_intermediate_years_check CHECK ((intermediate_years >= 0)),
  constraint record_class_pkey PRIMARY KEY (id),
  constraint record_class_table_id_fkey FOREIGN KEY (table_id) REFERENCES classification.class_table(id),
  constraint record_class_term_event_check CHECK ((length(term_event) <= 120)),
  constraint record_class_term_start_check CHECK ((term_start = ANY (ARRAY['conclusion'::text, 'event'::text])))
);

create table control_panel.choice (
  account_id bigint not null,
  unit_id bigint not null,
  cards text[] not null,
  constraint choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint choice_cards_check CHECK ((cardinality(cards) <= 30)),
  constraint choice_pkey PRIMARY KEY (account_id, unit_id),
  constraint choice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table deadlines.deadline (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  text text not null,
  due_on date not null,
  due_time time without time zone,
  counted_from date,
  counted_days integer,
  counting text,
  set_at timestamp with time zone not null,
  set_by bigint not null,
  changed_at timestamp with time zone,
  changed_by bigint,
  concluded_at timestamp with time zone,
  concluded_by bigint,
  deleted_at timestamp with time zone,
  deleted_by bigint,
  constraint deadline_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint deadline_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint deadline_check CHECK ((num_nonnulls(counted_from, counted_days, counting) = ANY (ARRAY[0, 3]))),
  constraint deadline_check1 CHECK ((due_on > counted_from)),
  constraint deadline_check2 CHECK ((num_nonnulls(changed_at, changed_by) = ANY (ARRAY[0, 2]))),
  constraint deadline_check3 CHECK ((num_nonnulls(concluded_at, concluded_by) = ANY (ARRAY[0, 2]))),
  constraint deadline_check4 CHECK ((num_nonnulls(deleted_at, deleted_by) = ANY (ARRAY[0, 2]))),
  constraint deadline_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES identity.account(id),
  constraint deadline_counted_days_check CHECK (((counted_days >= 1) AND (counted_days <= 1000))),
  constraint deadline_counting_check CHECK ((counting = ANY (ARRAY['working'::text, 'calendar'::text, 'calendar-rolled'::text]))),
  constraint deadline_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES identity.account(id),
  constraint deadline_pkey PRIMARY KEY (id),
  constraint deadline_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id),
  constraint deadline_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint deadline_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table deadlines.reminder (
  deadline_id bigint,
  movement_id bigint,
  due_on date not null,
  queued_at timestamp with time zone not null,
  constraint reminder_check CHECK ((num_nonnulls(deadline_id, movement_id) = 1)),
  constraint reminder_deadline_id_fkey FOREIGN KEY (deadline_id) REFERENCES deadlines.deadline(id),
  constraint reminder_deadline_id_movement_id_due_on_key UNIQUE NULLS NOT DISTINCT (deadline_id, movement_id, due_on),
  constraint reminder_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES routing.movement(id)
);

create table deadlines.reminder_setting (
  agency_id bigint,
  unit_id bigint,
  days_before integer,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint reminder_setting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint reminder_setting_agency_id_unit_id_key UNIQUE NULLS NOT DISTINCT (agency_id, unit_id),
  constraint reminder_setting_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint reminder_setting_check CHECK ((num_nonnulls(agency_id, unit_id) = 1)),
  constraint reminder_setting_days_before_check CHECK (((days_before >= 0) AND (days_before <= 60))),
  constraint reminder_setting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table demands.demand (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  body_class text not null,
  body text not null,
  number text default ''::text not null,
  subject text not null,
  received_on date not null,
  legal_base text not null,
  first_due_on date not null,
  due_on date not null,
  responsible_id bigint,
  case_file_id bigint,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  answered_on date,
  answer text,
  exit_kind text,
  exit_proof text,
  answered_at timestamp with time zone,
  answered_by bigint,
  constraint demand_answer_check CHECK (((length(answer) >= 3) AND (length(answer) <= 300))),
  constraint demand_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES identity.account(id),
  constraint demand_body_check CHECK (((length(body) >= 2) AND (length(body) <= 200))),
  constraint demand_body_class_check CHECK ((body_class = ANY (ARRAY['federal'::text, 'state'::text, 'municipal'::text, 'attorney'::text, 'judiciary'::text, 'legislature'::text, 'prosecution'::text]))),
  constraint demand_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint demand_check CHECK ((first_due_on >= received_on)),
  constraint demand_check1 CHECK ((due_on >= first_due_on)),
  constraint demand_check2 CHECK ((answered_on >= received_on)),
  constraint demand_check3 CHECK ((num_nulls(answered_on, answer, exit_kind, exit_proof, answered_at, answered_by) = ANY (ARRAY[0, 6]))),
  constraint demand_exit_kind_check CHECK ((exit_kind = ANY (ARRAY['slip'::text, 'letter'::text, 'email'::text, 'petition'::text, 'other'::text]))),
  constraint demand_exit_proof_check CHECK (((length(exit_proof) >= 2) AND (length(exit_proof) <= 200))),
  constraint demand_legal_base_check CHECK (((length(legal_base) >= 3) AND (length(legal_base) <= 300))),
  constraint demand_number_check CHECK ((length(number) <= 100)),
  constraint demand_pkey PRIMARY KEY (id),
  constraint demand_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint demand_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES identity.account(id),
  constraint demand_subject_check CHECK (((length(subject) >= 3) AND (length(subject) <= 500))),
  constraint demand_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table demands.extension (
  id bigint generated always as identity not null,
  demand_id bigint not null,
  asked_on date not null,
  asked_until date not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  asked_by bigint not null,
  decided_on date,
  granted_until date,
  decided_at timestamp with time zone,
  decided_by bigint,
  constraint extension_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint extension_check CHECK ((decided_on >= asked_on)),
  constraint extension_check1 CHECK ((num_nulls(decided_on, decided_at, decided_by) = ANY (ARRAY[0, 3]))),
  constraint extension_check2 CHECK (((granted_until IS NULL) OR (decided_on IS NOT NULL))),
  constraint extension_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES identity.account(id),
  constraint extension_demand_id_fkey FOREIGN KEY (demand_id) REFERENCES demands.demand(id),
  constraint extension_pkey PRIMARY KEY (id),
  constraint extension_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 300)))
);

create table demands.sector (
  id bigint generated always as identity not null,
  demand_id bigint not null,
  unit_id bigint not null,
  days_before integer not null,
  due_on date not null,
  request text default ''::text not null,
  asked_at timestamp with time zone not null,
  asked_by bigint not null,
  returned_on date,
  document text,
  returned_at timestamp with time zone,
  returned_by bigint,
  constraint sector_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint sector_check CHECK ((num_nulls(returned_on, document, returned_at, returned_by) = ANY (ARRAY[0, 4]))),
  constraint sector_days_before_check CHECK (((days_before >= 0) AND (days_before <= 60))),
  constraint sector_demand_id_fkey FOREIGN KEY (demand_id) REFERENCES demands.demand(id),
  constraint sector_document_check CHECK ((length(document) <= 300)),
  constraint sector_pkey PRIMARY KEY (id),
  constraint sector_request_check CHECK ((length(request) <= 500)),
  constraint sector_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES identity.account(id),
  constraint sector_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table demands.weekly_mail (
  unit_id bigint not null,
  week_of date not null,
  queued_at timestamp with time zone not null,
  constraint weekly_mail_pkey PRIMARY KEY (unit_id, week_of),
  constraint weekly_mail_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint weekly_mail_week_of_check CHECK ((EXTRACT(isodow FROM week_of) = (1)::numeric))
);

create table documents.co_signing (
  id bigint generated always as identity not null,
  document_id bigint not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  source bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint co_signing_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint co_signing_check CHECK ((until >= since)),
  constraint co_signing_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint co_signing_document_id_source_excl EXCLUDE USING gist (document_id WITH =, source WITH <>) WHERE ((until IS NULL)),
  constraint co_signing_pkey PRIMARY KEY (id),
  constraint co_signing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.document (
  id bigint generated always as identity not null,
  number bigint default nextval('documents.number'::regclass) not null,
  case_file_id bigint not null,
  kind text not null,
  document_type_id bigint not null,
  unit_id bigint not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  dated_on date not null,
  type_number text,
  description text default ''::text not null,
  tree_name text default ''::text not null,
  level text not null,
  legal_basis_id bigint,
  position integer not null,
  version integer default 0 not null,
  signature_count integer default 0 not null,
  locked_at timestamp with time zone,
  lock_cause text,
  state text default 'active'::text not null,
  form_version_id bigint,
  role text,
  in_publication boolean default false not null,
  published_from timestamp with time zone,
  publication_stamp text,
  constraint base_is_unsigned CHECK (((role IS DISTINCT FROM 'circular-base'::text) OR ((kind = 'authored'::text) AND (signature_count = 0)))),
  constraint document_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint document_check CHECK (((level = 'public'::text) OR (legal_basis_id IS NOT NULL))),
  constraint document_check1 CHECK (((locked_at IS NULL) = (lock_cause IS NULL))),
  constraint document_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint document_description_check CHECK ((length(description) <= 500)),
  constraint document_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint document_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES classification.form_version(id),
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['authored'::text, 'uploaded'::text]))),
  constraint document_legal_basis_id_fkey FOREIGN KEY (legal_basis_id) REFERENCES classification.legal_basis(id),
  constraint document_level_check CHECK ((level = ANY (ARRAY['public'::text, 'restricted'::text, 'confidential'::text]))),
  constraint document_number_key UNIQUE (number),
  constraint document_pkey PRIMARY KEY (id),
  constraint document_publication_stamp_check CHECK (((length(publication_stamp) >= 1) AND (length(publication_stamp) <= 300))),
  constraint document_role_check CHECK ((role = ANY (ARRAY['email'::text, 'circular-base'::text]))),
  constraint document_state_check CHECK ((state = ANY (ARRAY['active'::text, 'deleted'::text, 'cancelled'::text, 'eliminated'::text]))),
  constraint document_tree_name_check CHECK ((length(tree_name) <= 60)),
  constraint document_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint email_is_locked CHECK (((role IS DISTINCT FROM 'email'::text) OR ((kind = 'uploaded'::text) AND (locked_at IS NOT NULL)))),
  constraint form_is_authored CHECK (((form_version_id IS NULL) OR (kind = 'authored'::text))),
  constraint publication_has_stamp CHECK (((published_from IS NULL) = (publication_stamp IS NULL))),
  constraint published_is_in_publication CHECK (((published_from IS NULL) OR in_publication)),
  constraint publishes_what_is_fixed CHECK (((NOT in_publication) OR ((kind = 'authored'::text) AND (state = 'active'::text) AND (level = 'public'::text) AND (signature_count > 0) AND (locked_at IS NOT NULL)))),
  constraint type_number_is_short CHECK ((length(type_number) <= 40))
);

create table documents.draft (
  document_id bigint not null,
  account_id bigint not null,
  base_version integer not null,
  content json not null,
  saved_at timestamp with time zone not null,
  session text default ''::text not null,
  sequence bigint default 0 not null,
  constraint draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint draft_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint draft_pkey PRIMARY KEY (document_id, account_id),
  constraint draft_session_check CHECK ((length(session) <= 60))
);

create table documents.editing (
  document_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  since timestamp with time zone not null,
  heartbeat_at timestamp with time zone not null,
  constraint editing_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint editing_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint editing_pkey PRIMARY KEY (document_id),
  constraint editing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.elimination (
  document_id bigint not null,
  case_file_id bigint not null,
  term text not null,
  eliminated_at timestamp with time zone not null,
  constraint elimination_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint elimination_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint elimination_pkey PRIMARY KEY (document_id),
  constraint elimination_term_check CHECK ((term ~ '^\d{7,}$'::text))
);

create table documents.extracted_text (
  document_id bigint not null,
  sha256 text not null,
  text text not null,
  method text not null,
  extracted_at timestamp with time zone not null,
  pages integer,
  next_page integer,
  unread_pages integer default 0 not null,
  claimed_until timestamp with time zone,
  attempts smallint default 0 not null,
  constraint extracted_text_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint extracted_text_next_page_check CHECK ((next_page >= 0)),
  constraint extracted_text_pages_check CHECK ((pages >= 0)),
  constraint extracted_text_pkey PRIMARY KEY (document_id),
  constraint extracted_text_unread_pages_check CHECK ((unread_pages >= 0))
);

create table documents.file (
  id bigint generated always as identity not null,
  document_id bigint not null,
  sha256 text not null,
  size_bytes bigint not null,
  extension text not null,
  media_type text not null,
  file_name text not null,
  origin text not null,
  conference_kind_id bigint,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  replaced_at timestamp with time zone,
  tx xid8 default pg_current_xact_id() not null,
  included_in text default ''::text not null,
  constraint file_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id),
  constraint file_check CHECK (((origin = 'born-digital'::text) OR (conference_kind_id IS NOT NULL))),
  constraint file_conference_kind_id_fkey FOREIGN KEY (conference_kind_id) REFERENCES classification.conference_kind(id),
  constraint file_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint file_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint file_included_in_check CHECK ((length(included_in) <= 300)),
  constraint file_origin_check CHECK ((origin = ANY (ARRAY['born-digital'::text, 'digitized'::text]))),
  constraint file_pkey PRIMARY KEY (id),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_bytes_check CHECK ((size_bytes > 0))
);

create table documents.form_answer (
  document_id bigint not null,
  version integer not null,
  answers jsonb not null,
  constraint form_answer_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint form_answer_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint form_answer_pkey PRIMARY KEY (document_id, version)
);

create table documents.image (
  document_id bigint not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  added_at timestamp with time zone not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint image_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint image_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/gif'::text, 'image/webp'::text]))),
  constraint image_pkey PRIMARY KEY (document_id, sha256),
  constraint image_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table documents.move (
  id bigint generated always as identity not null,
  document_id bigint not null,
  from_case_file_id bigint not null,
  to_case_file_id bigint not null,
  reason text not null,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  constraint move_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint move_check CHECK ((to_case_file_id <> from_case_file_id)),
  constraint move_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint move_from_case_file_id_fkey FOREIGN KEY (from_case_file_id) REFERENCES cases.case_file(id),
  constraint move_pkey PRIMARY KEY (id),
  constraint move_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500))),
  constraint move_to_case_file_id_fkey FOREIGN KEY (to_case_file_id) REFERENCES cases.case_file(id),
  constraint move_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.redaction (
  document_id bigint not null,
  original_id bigint not null,
  original_version integer not null,
  legal_basis text not null,
  stripes integer not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint redaction_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint redaction_check CHECK ((document_id <> original_id)),
  constraint redaction_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint redaction_legal_basis_check CHECK (((length(legal_basis) >= 5) AND (length(legal_basis) <= 300))),
  constraint redaction_original_id_fkey FOREIGN KEY (original_id) REFERENCES documents.document(id),
  constraint redaction_pkey PRIMARY KEY (document_id),
  constraint redaction_stripes_check CHECK ((stripes > 0)),
  constraint redaction_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.removal (
  document_id bigint not null,
  kind text not null,
  reason text default ''::text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  term_id bigint,
  constraint removal_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint removal_check CHECK (((kind = 'deleted'::text) OR ((length(reason) >= 5) AND (length(reason) <= 500)))),
  constraint removal_check1 CHECK (((term_id IS NULL) OR ((term_id <> document_id) AND (kind = 'cancelled'::text)))),
  constraint removal_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint removal_kind_check CHECK ((kind = ANY (ARRAY['deleted'::text, 'cancelled'::text]))),
  constraint removal_pkey PRIMARY KEY (document_id),
  constraint removal_term_id_fkey FOREIGN KEY (term_id) REFERENCES documents.document(id),
  constraint removal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.review_reader (
  id bigint generated always as identity not null,
  document_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint review_reader_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint review_reader_check CHECK ((until >= since)),
  constraint review_reader_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint review_reader_pkey PRIMARY KEY (id),
  constraint review_reader_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.signature_credential (
  id bigint generated always as identity not null,
  document_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  granted_by bigint not null,
  granted_unit_id bigint not null,
  granted_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint signature_credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint signature_credential_check CHECK ((used_at >= granted_at)),
  constraint signature_credential_check1 CHECK ((ended_at >= granted_at)),
  constraint signature_credential_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint signature_credential_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint signature_credential_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint signature_credential_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES identity.account(id),
  constraint signature_credential_granted_unit_id_fkey FOREIGN KEY (granted_unit_id) REFERENCES organization.unit(id),
  constraint signature_credential_pkey PRIMARY KEY (id),
  constraint signature_credential_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.stripe (
  id bigint generated always as identity not null,
  striping_id bigint not null,
  page integer not null,
  left_edge numeric(5,2) not null,
  top_edge numeric(5,2) not null,
  width numeric(5,2) not null,
  height numeric(5,2) not null,
  legal_basis text not null,
  constraint stripe_check CHECK ((((left_edge + width) <= (100)::numeric) AND ((top_edge + height) <= (100)::numeric))),
  constraint stripe_height_check CHECK ((height >= 0.1)),
  constraint stripe_left_edge_check CHECK ((left_edge >= (0)::numeric)),
  constraint stripe_legal_basis_check CHECK (((length(legal_basis) >= 5) AND (length(legal_basis) <= 300))),
  constraint stripe_page_check CHECK (((page >= 1) AND (page <= 200))),
  constraint stripe_pkey PRIMARY KEY (id),
  constraint stripe_striping_id_fkey FOREIGN KEY (striping_id) REFERENCES documents.striping(id) ON DELETE CASCADE,
  constraint stripe_top_edge_check CHECK ((top_edge >= (0)::numeric)),
  constraint stripe_width_check CHECK ((width >= 0.1))
);

create table documents.striping (
  id bigint generated always as identity not null,
  document_id bigint not null,
  sha256 text not null,
  account_id bigint not null,
  unit_id bigint not null,
  resolution integer default 150 not null,
  revision integer default 1 not null,
  state text default 'marking'::text not null,
  problem text,
  made_sha256 text,
  made_bytes bigint,
  changed_at timestamp with time zone not null,
  included_as bigint,
  constraint striping_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint striping_check CHECK (((state = ANY (ARRAY['made'::text, 'included'::text])) = ((made_sha256 IS NOT NULL) AND (made_bytes IS NOT NULL)))),
  constraint striping_check1 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint striping_check2 CHECK (((state = 'included'::text) = (included_as IS NOT NULL))),
  constraint striping_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint striping_included_as_fkey FOREIGN KEY (included_as) REFERENCES documents.document(id),
  constraint striping_included_as_key UNIQUE (included_as),
  constraint striping_made_bytes_check CHECK ((made_bytes > 0)),
  constraint striping_made_sha256_check CHECK ((made_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint striping_pkey PRIMARY KEY (id),
  constraint striping_problem_check CHECK ((length(problem) <= 40)),
  constraint striping_resolution_check CHECK ((resolution = ANY (ARRAY[100, 150, 200]))),
  constraint striping_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint striping_state_check CHECK ((state = ANY (ARRAY['marking'::text, 'waiting'::text, 'made'::text, 'failed'::text, 'included'::text]))),
  constraint striping_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.version (
  document_id bigint not null,
  number integer not null,
  content json not null,
  plain_text text not null,
  sha256 bytea not null,
  kind text not null,
  saved_at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint version_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint version_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint version_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'saved'::text, 'restored'::text, 'migrated'::text]))),
  constraint version_pkey PRIMARY KEY (document_id, number),
  constraint version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table documents.version_residue (
  document_id bigint not null,
  number integer not null,
  content_sha256 text not null,
  text_sha256 text not null,
  constraint version_residue_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint version_residue_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.elimination(document_id),
  constraint version_residue_pkey PRIMARY KEY (document_id, number),
  constraint version_residue_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table documents.waiting_file (
  id bigint generated always as identity not null,
  account_id bigint not null,
  case_file_id bigint not null,
  file_name text not null,
  received_at timestamp with time zone not null,
  problem text,
  sha256 text,
  size_bytes bigint,
  extension text,
  media_type text,
  constraint waiting_file_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint waiting_file_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint waiting_file_check CHECK ((num_nonnulls(problem, sha256) = 1)),
  constraint waiting_file_check1 CHECK ((((sha256 IS NULL) = (size_bytes IS NULL)) AND ((sha256 IS NULL) = (extension IS NULL)) AND ((sha256 IS NULL) = (media_type IS NULL)))),
  constraint waiting_file_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint waiting_file_pkey PRIMARY KEY (id),
  constraint waiting_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table groups.contact_member (
  group_id bigint not null,
  contact_id bigint not null,
  constraint contact_member_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES people.contact(id),
  constraint contact_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups.recipient_group(id),
  constraint contact_member_pkey PRIMARY KEY (group_id, contact_id)
);

create table groups.email_member (
  group_id bigint not null,
  address text not null,
  description text default ''::text not null,
  constraint email_member_address_check CHECK (((address ~ '^[^@\s]+@[^@\s]+$'::text) AND (address = lower(address)) AND (length(address) <= 254))),
  constraint email_member_description_check CHECK ((length(description) <= 120)),
  constraint email_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups.recipient_group(id),
  constraint email_member_pkey PRIMARY KEY (group_id, address)
);

create table groups.recipient_group (
  id bigint generated always as identity not null,
  kind text not null,
  scope text not null,
  agency_id bigint,
  unit_id bigint,
  account_id bigint,
  name text not null,
  description text default ''::text not null,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint recipient_group_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint recipient_group_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint recipient_group_check CHECK ((((agency_id IS NOT NULL) = (scope = 'agency'::text)) AND ((unit_id IS NOT NULL) = (scope = 'unit'::text)) AND ((account_id IS NOT NULL) = (scope = 'person'::text)))),
  constraint recipient_group_description_check CHECK ((length(description) <= 250)),
  constraint recipient_group_kind_check CHECK ((kind = ANY (ARRAY['units'::text, 'contacts'::text, 'emails'::text]))),
  constraint recipient_group_kind_scope_agency_id_unit_id_account_id_nam_key UNIQUE NULLS NOT DISTINCT (kind, scope, agency_id, unit_id, account_id, name),
  constraint recipient_group_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint recipient_group_pkey PRIMARY KEY (id),
  constraint recipient_group_scope_check CHECK ((scope = ANY (ARRAY['installation'::text, 'agency'::text, 'unit'::text, 'person'::text]))),
  constraint recipient_group_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table groups.unit_member (
  group_id bigint not null,
  unit_id bigint not null,
  constraint unit_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups.recipient_group(id),
  constraint unit_member_pkey PRIMARY KEY (group_id, unit_id),
  constraint unit_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table guides.attachment (
  id bigint generated always as identity not null,
  version_id bigint not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  constraint attachment_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id),
  constraint attachment_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint attachment_size_bytes_check CHECK ((size_bytes > 0)),
  constraint attachment_version_id_fkey FOREIGN KEY (version_id) REFERENCES guides.version(id) ON DELETE CASCADE
);

create table guides.guide (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  deleted_at timestamp with time zone,
  deleted_by bigint,
  constraint guide_check CHECK (((deleted_at IS NULL) = (deleted_by IS NULL))),
  constraint guide_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint guide_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES identity.account(id),
  constraint guide_pkey PRIMARY KEY (id),
  constraint guide_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table guides.version (
  id bigint generated always as identity not null,
  guide_id bigint not null,
  number integer not null,
  state text not null,
  title text not null,
  content json not null,
  plain_text text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  released_at timestamp with time zone,
  released_by bigint,
  words tsvector default search.words_of(((title || ' '::text) || plain_text)) not null,
  constraint version_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint version_check CHECK (((released_at IS NULL) = (released_by IS NULL))),
  constraint version_check1 CHECK (((state = 'drafting'::text) OR (released_at IS NOT NULL))),
  constraint version_guide_id_fkey FOREIGN KEY (guide_id) REFERENCES guides.guide(id),
  constraint version_guide_id_number_key UNIQUE (guide_id, number),
  constraint version_number_check CHECK ((number > 0)),
  constraint version_pkey PRIMARY KEY (id),
  constraint version_released_by_fkey FOREIGN KEY (released_by) REFERENCES identity.account(id),
  constraint version_state_check CHECK ((state = ANY (ARRAY['drafting'::text, 'released'::text, 'superseded'::text]))),
  constraint version_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)))
);

create table guides.version_type (
  version_id bigint not null,
  case_type_id bigint not null,
  constraint version_type_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint version_type_pkey PRIMARY KEY (case_type_id, version_id),
  constraint version_type_version_id_fkey FOREIGN KEY (version_id) REFERENCES guides.version(id) ON DELETE CASCADE
);

create table history.event (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  document_id bigint,
  kind text not null,
  facts jsonb not null,
  scope text default 'case'::text not null,
  account_id bigint,
  unit_id bigint,
  at timestamp with time zone not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint event_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint event_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint event_kind_check CHECK (((length(kind) >= 3) AND (length(kind) <= 60))),
  constraint event_pkey PRIMARY KEY (id),
  constraint event_scope_check CHECK ((scope = ANY (ARRAY['case'::text, 'unit'::text]))),
  constraint event_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table history.head (
  size bigint not null,
  root bytea not null,
  note text not null,
  constraint head_note_check CHECK ((length(note) <= 2000)),
  constraint head_pkey PRIMARY KEY (size),
  constraint head_root_check CHECK ((length(root) = 32)),
  constraint head_size_fkey FOREIGN KEY (size) REFERENCES history.seal(id)
);

create table history.node (
  level integer not null,
  place bigint not null,
  hash bytea not null,
  constraint node_hash_check CHECK ((length(hash) = 32)),
  constraint node_level_check CHECK (((level >= 0) AND (level <= 62))),
  constraint node_pkey PRIMARY KEY (level, place),
  constraint node_place_check CHECK ((place >= 0))
);

create table history.seal (
  id bigint not null,
  from_tx xid8 not null,
  to_tx xid8 not null,
  event_ids bigint[] not null,
  leaves bytea not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  record_keys text[],
  constraint seal_hash_key UNIQUE (hash),
  constraint seal_pkey PRIMARY KEY (id)
);

create table history.time_stamp (
  size bigint not null,
  token bytea not null,
  at timestamp with time zone not null,
  constraint time_stamp_pkey PRIMARY KEY (size),
  constraint time_stamp_size_fkey FOREIGN KEY (size) REFERENCES history.head(size),
  constraint time_stamp_token_check CHECK ((length(token) <= 100000))
);

create table identity.account (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  login text not null,
  name text not null,
  social_name text,
  cpf text,
  email text default ''::text not null,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint account_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint account_agency_id_login_key UNIQUE (agency_id, login),
  constraint account_cpf_check CHECK ((cpf ~ '^\d{11}$'::text)),
  constraint account_login_check CHECK (((login = lower(login)) AND ((length(login) >= 2) AND (length(login) <= 100)))),
  constraint account_name_check CHECK (((length(name) >= 2) AND (length(name) <= 150))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_social_name_check CHECK (((length(social_name) >= 2) AND (length(social_name) <= 150)))
);

create table identity.assignment (
  id bigint generated always as identity not null,
  account_id bigint not null,
  profile_id bigint not null,
  unit_id bigint,
  agency_id bigint,
  extends_to_subunits boolean default false not null,
  administers text default 'agency'::text not null,
  valid daterange not null,
  given_by bigint,
  given_at timestamp with time zone default now() not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  constraint assignment_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint assignment_administers_check CHECK ((administers = ANY (ARRAY['unit'::text, 'agency'::text, 'installation'::text]))),
  constraint assignment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint assignment_check CHECK ((num_nonnulls(unit_id, agency_id) = 1)),
  constraint assignment_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint assignment_given_by_fkey FOREIGN KEY (given_by) REFERENCES identity.account(id),
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES identity.profile(id),
  constraint assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table identity.confirmation (
  session_hash bytea not null,
  case_file_id bigint not null,
  until timestamp with time zone not null,
  constraint confirmation_pkey PRIMARY KEY (session_hash, case_file_id)
);

create table identity.office (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  title text not null,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint office_pkey PRIMARY KEY (id),
  constraint office_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100))),
  constraint office_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint office_unit_id_title_key UNIQUE (unit_id, title)
);

create table identity.one_time_link (
  token_hash bytea not null,
  purpose text not null,
  account_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  entered_with text default ''::text not null,
  constraint one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint one_time_link_check CHECK (((account_id IS NULL) = (purpose = 'first-administrator'::text))),
  constraint one_time_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint one_time_link_entered_with_check CHECK ((length(entered_with) <= 100)),
  constraint one_time_link_pkey PRIMARY KEY (token_hash),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['first-administrator'::text, 'password'::text, 'second-factor'::text])))
);

create table identity.outside_arrival (
  browser_hash bytea not null,
  account_ids bigint[] not null,
  asks_code boolean not null,
  entered_with text not null,
  next text not null,
  expires_at timestamp with time zone not null,
  constraint outside_arrival_account_ids_check CHECK (((cardinality(account_ids) >= 1) AND (cardinality(account_ids) <= 20))),
  constraint outside_arrival_entered_with_check CHECK (((length(entered_with) >= 1) AND (length(entered_with) <= 100))),
  constraint outside_arrival_next_check CHECK ((length(next) <= 2000)),
  constraint outside_arrival_pkey PRIMARY KEY (browser_hash)
);

create table identity.outside_visit (
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamp with time zone not null,
  constraint outside_visit_next_check CHECK ((length(next) <= 2000)),
  constraint outside_visit_nonce_check CHECK (((length(nonce) >= 20) AND (length(nonce) <= 100))),
  constraint outside_visit_pkey PRIMARY KEY (state_hash),
  constraint outside_visit_verifier_check CHECK (((length(verifier) >= 43) AND (length(verifier) <= 128)))
);

create table identity.preference (
  account_id bigint not null,
  start_page text not null,
  colour_scheme text not null,
  constraint preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint preference_colour_scheme_check CHECK ((colour_scheme = ANY (ARRAY['light'::text, 'dark'::text, 'system'::text]))),
  constraint preference_pkey PRIMARY KEY (account_id),
  constraint preference_start_page_check CHECK ((start_page = ANY (ARRAY['desk'::text, 'panel'::text, 'bundles'::text])))
);

create table identity.profile (
  id bigint generated always as identity not null,
  name text not null,
  description text default ''::text not null,
  constraint profile_name_key UNIQUE (name),
  constraint profile_pkey PRIMARY KEY (id)
);

create table identity.profile_permission (
  profile_id bigint not null,
  permission text not null,
  constraint profile_permission_pkey PRIMARY KEY (profile_id, permission),
  constraint profile_permission_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES identity.profile(id) ON DELETE CASCADE
);

create table identity.recovery_code (
  account_id bigint not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);

create table identity.session (
  token_hash bytea not null,
  account_id bigint not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ip text default ''::text not null,
  user_agent text default ''::text not null,
  ended_at timestamp with time zone,
  entered_with text default ''::text not null,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint session_entered_with_check CHECK ((length(entered_with) <= 100)),
  constraint session_pkey PRIMARY KEY (token_hash)
);

create table identity.sign_in_attempt (
  id bigint generated always as identity not null,
  login text not null,
  ip text not null,
  at timestamp with time zone not null,
  succeeded boolean not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);

create table identity.substitution (
  id bigint generated always as identity not null,
  office_id bigint not null,
  tenure_id bigint,
  profile_id bigint,
  substitute_id bigint not null,
  reason text not null,
  act text not null,
  style text not null,
  from_day date not null,
  until_day date not null,
  valid daterange not null,
  appointed_by bigint not null,
  appointed_at timestamp with time zone not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  constraint one_substitute_at_a_time EXCLUDE USING gist (office_id WITH =, valid WITH &&),
  constraint substitution_act_check CHECK (((length(act) >= 3) AND (length(act) <= 200))),
  constraint substitution_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES identity.account(id),
  constraint substitution_check CHECK ((((tenure_id IS NULL) = (reason = 'vacancy'::text)) AND ((profile_id IS NULL) = (tenure_id IS NOT NULL)))),
  constraint substitution_check1 CHECK (((until_day >= from_day) AND (until_day < (from_day + 731)))),
  constraint substitution_check2 CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint substitution_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint substitution_office_id_fkey FOREIGN KEY (office_id) REFERENCES identity.office(id),
  constraint substitution_pkey PRIMARY KEY (id),
  constraint substitution_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES identity.profile(id),
  constraint substitution_reason_check CHECK ((reason = ANY (ARRAY['vacation'::text, 'leave'::text, 'absence'::text, 'vacancy'::text]))),
  constraint substitution_style_check CHECK ((style = ANY (ARRAY['em exercício'::text, 'substituto'::text, 'substituta'::text, 'interino'::text, 'interina'::text]))),
  constraint substitution_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES identity.account(id),
  constraint substitution_tenure_id_office_id_fkey FOREIGN KEY (tenure_id, office_id) REFERENCES identity.tenure(id, office_id),
  constraint substitution_within_its_days CHECK (((valid <@ daterange(from_day, until_day, '[]'::text)) AND ((ended_at IS NOT NULL) OR (valid = daterange(from_day, until_day, '[]'::text)))))
);

create table identity.tenure (
  id bigint generated always as identity not null,
  office_id bigint not null,
  account_id bigint not null,
  act text not null,
  valid daterange not null,
  given_by bigint not null,
  given_at timestamp with time zone not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  constraint one_holder_at_a_time EXCLUDE USING gist (office_id WITH =, valid WITH &&),
  constraint tenure_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint tenure_act_check CHECK (((length(act) >= 3) AND (length(act) <= 200))),
  constraint tenure_check CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint tenure_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint tenure_given_by_fkey FOREIGN KEY (given_by) REFERENCES identity.account(id),
  constraint tenure_id_office_id_key UNIQUE (id, office_id),
  constraint tenure_office_id_fkey FOREIGN KEY (office_id) REFERENCES identity.office(id),
  constraint tenure_pkey PRIMARY KEY (id)
);

create table issuing.addressed (
  document_id bigint not null,
  base_id bigint not null,
  contact_id bigint not null,
  bundle text not null,
  email_id bigint,
  constraint addressed_base_id_contact_id_key UNIQUE (base_id, contact_id),
  constraint addressed_base_id_fkey FOREIGN KEY (base_id) REFERENCES documents.document(id),
  constraint addressed_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES people.contact(id),
  constraint addressed_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint addressed_email_id_fkey FOREIGN KEY (email_id) REFERENCES issuing.email(document_id),
  constraint addressed_email_id_key UNIQUE (email_id),
  constraint addressed_pkey PRIMARY KEY (document_id)
);

create table issuing.batch (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  account_id bigint not null,
  at timestamp with time zone not null,
  file_name text not null,
  request jsonb not null,
  state text default 'prepared'::text not null,
  begun_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint batch_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint batch_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'running'::text, 'done'::text]))),
  constraint batch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table issuing.batch_row (
  batch_id bigint not null,
  line integer not null,
  case_digits text not null,
  fields jsonb not null,
  problem text,
  document_number text,
  constraint batch_row_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES issuing.batch(id),
  constraint batch_row_check CHECK ((num_nonnulls(problem, document_number) <= 1)),
  constraint batch_row_document_number_key UNIQUE (document_number),
  constraint batch_row_pkey PRIMARY KEY (batch_id, line)
);

create table issuing.email (
  document_id bigint not null,
  message_key text not null,
  sender text not null,
  subject text not null,
  message text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint email_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint email_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint email_message_check CHECK (((length(message) >= 1) AND (length(message) <= 20000))),
  constraint email_message_key_key UNIQUE (message_key),
  constraint email_pkey PRIMARY KEY (document_id),
  constraint email_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200))),
  constraint email_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table issuing.email_attachment (
  document_id bigint not null,
  position integer not null,
  file_name text not null,
  media_type text not null,
  extension text not null,
  sha256 text not null,
  size_bytes bigint not null,
  source_id bigint,
  constraint email_attachment_document_id_fkey FOREIGN KEY (document_id) REFERENCES issuing.email(document_id),
  constraint email_attachment_pkey PRIMARY KEY (document_id, "position"),
  constraint email_attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint email_attachment_source_id_fkey FOREIGN KEY (source_id) REFERENCES documents.document(id)
);

create table issuing.email_recipient (
  document_id bigint not null,
  position integer not null,
  address text not null,
  message_id bigint not null,
  constraint email_recipient_document_id_fkey FOREIGN KEY (document_id) REFERENCES issuing.email(document_id),
  constraint email_recipient_message_id_fkey FOREIGN KEY (message_id) REFERENCES mail.message(id),
  constraint email_recipient_message_id_key UNIQUE (message_id),
  constraint email_recipient_pkey PRIMARY KEY (document_id, "position")
);

create table knowledge.distribution (
  unit_id bigint not null,
  text_id bigint not null,
  constraint distribution_pkey PRIMARY KEY (unit_id, text_id),
  constraint distribution_text_id_fkey FOREIGN KEY (text_id) REFERENCES knowledge.institutional_text(id),
  constraint distribution_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table knowledge.favourite (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  group_id bigint not null,
  standard_text_id bigint,
  institutional_text_id bigint,
  document_id bigint,
  name text default ''::text not null,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  constraint favourite_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id),
  constraint favourite_check CHECK ((num_nonnulls(standard_text_id, institutional_text_id, document_id) = 1)),
  constraint favourite_check1 CHECK (((document_id IS NOT NULL) = (name <> ''::text))),
  constraint favourite_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint favourite_group_id_fkey FOREIGN KEY (group_id) REFERENCES knowledge.favourite_group(id) ON DELETE CASCADE,
  constraint favourite_institutional_text_id_fkey FOREIGN KEY (institutional_text_id) REFERENCES knowledge.institutional_text(id),
  constraint favourite_name_check CHECK ((length(name) <= 100)),
  constraint favourite_pkey PRIMARY KEY (id),
  constraint favourite_standard_text_id_fkey FOREIGN KEY (standard_text_id) REFERENCES knowledge.standard_text(id),
  constraint favourite_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table knowledge.favourite_group (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  constraint favourite_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint favourite_group_pkey PRIMARY KEY (id),
  constraint favourite_group_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint favourite_group_unit_id_name_key UNIQUE (unit_id, name)
);

create table knowledge.institutional_text (
  id bigint generated always as identity not null,
  kind text not null,
  document_type_id bigint,
  name text not null,
  scope text not null,
  agency_id bigint,
  level text not null,
  owner_agency_id bigint not null,
  owner_unit_id bigint not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  withdrawn_at timestamp with time zone,
  constraint institutional_text_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint institutional_text_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint institutional_text_check CHECK (((kind = 'model'::text) = (document_type_id IS NOT NULL))),
  constraint institutional_text_check1 CHECK (((scope = 'agency'::text) = (agency_id IS NOT NULL))),
  constraint institutional_text_check2 CHECK (((level = 'installation'::text) OR (scope <> 'installation'::text))),
  constraint institutional_text_check3 CHECK (((level <> 'agency'::text) OR (scope <> 'agency'::text) OR (agency_id = owner_agency_id))),
  constraint institutional_text_check4 CHECK (((level <> 'local'::text) OR (scope = 'units'::text))),
  constraint institutional_text_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint institutional_text_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'model'::text]))),
  constraint institutional_text_level_check CHECK ((level = ANY (ARRAY['installation'::text, 'agency'::text, 'local'::text]))),
  constraint institutional_text_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint institutional_text_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES organization.agency(id),
  constraint institutional_text_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES organization.unit(id),
  constraint institutional_text_pkey PRIMARY KEY (id),
  constraint institutional_text_scope_check CHECK ((scope = ANY (ARRAY['installation'::text, 'agency'::text, 'units'::text]))),
  constraint institutional_text_version_check CHECK ((version > 0))
);

create table knowledge.institutional_version (
  text_id bigint not null,
  number integer not null,
  content json not null,
  note text default ''::text not null,
  document_id bigint,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  constraint institutional_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint institutional_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint institutional_version_note_check CHECK ((length(note) <= 300)),
  constraint institutional_version_number_check CHECK ((number > 0)),
  constraint institutional_version_pkey PRIMARY KEY (text_id, number),
  constraint institutional_version_text_id_fkey FOREIGN KEY (text_id) REFERENCES knowledge.institutional_text(id)
);

create table knowledge.seen_version (
  unit_id bigint not null,
  text_id bigint not null,
  version integer not null,
  constraint seen_version_pkey PRIMARY KEY (unit_id, text_id),
  constraint seen_version_text_id_fkey FOREIGN KEY (text_id) REFERENCES knowledge.institutional_text(id),
  constraint seen_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table knowledge.standard_text (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  content json not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  deleted_at timestamp with time zone,
  copied_from bigint,
  copied_version integer,
  constraint standard_text_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint standard_text_check CHECK (((copied_from IS NULL) = (copied_version IS NULL))),
  constraint standard_text_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES knowledge.institutional_text(id),
  constraint standard_text_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint standard_text_pkey PRIMARY KEY (id),
  constraint standard_text_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table mail.attachment (
  message_key text not null,
  position integer not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  constraint attachment_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint attachment_pkey PRIMARY KEY (message_key, "position"),
  constraint attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint attachment_size_bytes_check CHECK ((size_bytes >= 0))
);

create table mail.message (
  id bigint generated always as identity not null,
  recipient text not null,
  sender text,
  subject text not null,
  body text not null,
  reason text not null,
  state text default 'queued'::text not null,
  tries integer default 0 not null,
  problem text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  official boolean default false not null,
  message_key text,
  all_recipients text[] default '{}'::text[] not null,
  constraint message_message_key_check CHECK ((message_key ~ '^<[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+>$'::text)),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'kept'::text, 'sent'::text, 'rejected'::text, 'unconfirmed'::text]))),
  constraint official_has_key CHECK (((NOT official) OR (message_key IS NOT NULL))),
  constraint only_official_is_once CHECK ((official OR (state <> ALL (ARRAY['sending'::text, 'unconfirmed'::text]))))
);

create table mail.template (
  id bigint generated always as identity not null,
  kind text not null,
  sender text,
  subject text not null,
  body text not null,
  off boolean default false not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint template_body_check CHECK (((length(body) >= 3) AND (length(body) <= 10000))),
  constraint template_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint template_kind_check CHECK (((kind ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(kind) <= 60))),
  constraint template_kind_key UNIQUE (kind),
  constraint template_pkey PRIMARY KEY (id),
  constraint template_sender_check CHECK ((((length(sender) >= 3) AND (length(sender) <= 320)) AND (sender !~ '[[:cntrl:]]'::text))),
  constraint template_subject_check CHECK ((((length(subject) >= 3) AND (length(subject) <= 200)) AND (subject !~ '[[:cntrl:]]'::text)))
);

create table mailroom.charge (
  letter_id bigint not null,
  document_id bigint not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint charge_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint charge_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint charge_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES mailroom.letter(id),
  constraint charge_pkey PRIMARY KEY (letter_id, document_id)
);

create table mailroom.closed_day (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  day date not null,
  year integer not null,
  number integer not null,
  closed_at timestamp with time zone not null,
  closed_by bigint not null,
  sha256 bytea not null,
  constraint closed_day_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES identity.account(id),
  constraint closed_day_pkey PRIMARY KEY (id),
  constraint closed_day_sha256_check CHECK ((octet_length(sha256) = 32)),
  constraint closed_day_unit_id_day_key UNIQUE (unit_id, day),
  constraint closed_day_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint closed_day_unit_id_year_number_key UNIQUE (unit_id, year, number)
);

create table mailroom.closed_day_signature (
  closed_day_id bigint not null,
  account_id bigint not null,
  signer_name text not null,
  capacity text not null,
  unit_acronym text not null,
  agency_acronym text not null,
  sha256 text not null,
  statement_sha256 text not null,
  crc text not null,
  signed_at timestamp with time zone not null,
  constraint closed_day_signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint closed_day_signature_capacity_check CHECK (((length(capacity) >= 1) AND (length(capacity) <= 200))),
  constraint closed_day_signature_closed_day_id_fkey FOREIGN KEY (closed_day_id) REFERENCES mailroom.closed_day(id),
  constraint closed_day_signature_crc_check CHECK ((crc ~ '^[0-9A-F]{8}$'::text)),
  constraint closed_day_signature_pkey PRIMARY KEY (closed_day_id),
  constraint closed_day_signature_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint closed_day_signature_signer_name_check CHECK (((length(signer_name) >= 1) AND (length(signer_name) <= 200))),
  constraint closed_day_signature_statement_sha256_check CHECK ((statement_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table mailroom.closed_line (
  closed_day_id bigint not null,
  position integer not null,
  entry_id bigint not null,
  came text not null,
  is_open boolean not null,
  state text not null,
  responsible text default ''::text not null,
  case_file_id bigint,
  due_on date,
  constraint closed_line_came_check CHECK ((came = ANY (ARRAY['received'::text, 'carried'::text, 'reopened'::text]))),
  constraint closed_line_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint closed_line_closed_day_id_fkey FOREIGN KEY (closed_day_id) REFERENCES mailroom.closed_day(id),
  constraint closed_line_entry_id_closed_day_id_key UNIQUE (entry_id, closed_day_id),
  constraint closed_line_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES mailroom.entry(id),
  constraint closed_line_pkey PRIMARY KEY (closed_day_id, "position"),
  constraint closed_line_position_check CHECK (("position" > 0))
);

create table mailroom.counter (
  unit_id bigint not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint counter_kind_check CHECK ((kind = ANY (ARRAY['entry'::text, 'slip'::text, 'letter'::text, 'posting-list'::text, 'day'::text]))),
  constraint counter_last_check CHECK ((last > 0)),
  constraint counter_pkey PRIMARY KEY (unit_id, kind, year),
  constraint counter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table mailroom.delivery_rule (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  state text default ''::text not null,
  city text default ''::text not null,
  city_key text default ''::text not null,
  way text not null,
  unit_id bigint,
  with_receipt boolean default false not null,
  receipt_days integer default 15 not null,
  set_at timestamp with time zone not null,
  set_by bigint not null,
  constraint delivery_rule_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint delivery_rule_agency_id_state_city_key_key UNIQUE (agency_id, state, city_key),
  constraint delivery_rule_check CHECK ((((city = ''::text) = (city_key = ''::text)) AND ((city = ''::text) OR (state <> ''::text)))),
  constraint delivery_rule_check1 CHECK (((unit_id IS NOT NULL) = (way = 'post'::text))),
  constraint delivery_rule_check2 CHECK (((way = 'post'::text) OR (NOT with_receipt))),
  constraint delivery_rule_city_check CHECK ((length(city) <= 100)),
  constraint delivery_rule_city_key_check CHECK ((length(city_key) <= 100)),
  constraint delivery_rule_pkey PRIMARY KEY (id),
  constraint delivery_rule_receipt_days_check CHECK (((receipt_days >= 1) AND (receipt_days <= 365))),
  constraint delivery_rule_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id),
  constraint delivery_rule_state_check CHECK ((state ~ '^([A-Z]{2})?$'::text)),
  constraint delivery_rule_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint delivery_rule_way_check CHECK ((way = ANY (ARRAY['direct'::text, 'post'::text])))
);

create table mailroom.entry (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  year integer not null,
  number integer not null,
  code text not null,
  received_at timestamp with time zone not null,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  kind text not null,
  medium text not null,
  sender text not null,
  sender_kind text not null,
  origin_number text default ''::text not null,
  addressee text default ''::text not null,
  subject text not null,
  pieces text default ''::text not null,
  volumes integer,
  pages integer,
  due_on date,
  notes text default ''::text not null,
  state text default 'received'::text not null,
  responsible_id bigint,
  case_file_id bigint,
  settled_at timestamp with time zone,
  constraint entry_addressee_check CHECK ((length(addressee) <= 120)),
  constraint entry_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint entry_check CHECK ((registered_at >= received_at)),
  constraint entry_check1 CHECK (((state = 'received'::text) OR (state = ANY (ARRAY['answered'::text, 'dispatched'::text, 'filed'::text])) OR (case_file_id IS NOT NULL) OR (responsible_id IS NOT NULL))),
  constraint entry_check2 CHECK (((settled_at IS NOT NULL) = (state = ANY (ARRAY['answered'::text, 'dispatched'::text, 'filed'::text])))),
  constraint entry_code_check CHECK ((code ~ '^[0-9A-Z]{12}$'::text)),
  constraint entry_code_key UNIQUE (code),
  constraint entry_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'case-file'::text, 'petition'::text, 'letter'::text, 'email'::text, 'other'::text]))),
  constraint entry_medium_check CHECK ((medium = ANY (ARRAY['paper'::text, 'digital'::text]))),
  constraint entry_notes_check CHECK ((length(notes) <= 500)),
  constraint entry_origin_number_check CHECK ((length(origin_number) <= 60)),
  constraint entry_pages_check CHECK (((pages >= 0) AND (pages <= 999999))),
  constraint entry_pieces_check CHECK ((length(pieces) <= 1000)),
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint entry_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES identity.account(id),
  constraint entry_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 200))),
  constraint entry_sender_kind_check CHECK ((sender_kind = ANY (ARRAY['taxpayer'::text, 'servant'::text, 'public-body'::text, 'private-body'::text, 'other'::text]))),
  constraint entry_state_check CHECK ((state = ANY (ARRAY['received'::text, 'formalised'::text, 'distributed'::text, 'under-analysis'::text, 'answered'::text, 'dispatched'::text, 'filed'::text]))),
  constraint entry_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 500))),
  constraint entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint entry_unit_id_year_number_key UNIQUE (unit_id, year, number),
  constraint entry_volumes_check CHECK (((volumes >= 0) AND (volumes <= 9999)))
);

create table mailroom.entry_step (
  id bigint generated always as identity not null,
  entry_id bigint not null,
  state text not null,
  responsible_id bigint,
  case_file_id bigint,
  note text default ''::text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint entry_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint entry_step_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint entry_step_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES mailroom.entry(id),
  constraint entry_step_note_check CHECK ((length(note) <= 500)),
  constraint entry_step_pkey PRIMARY KEY (id),
  constraint entry_step_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES identity.account(id)
);

create table mailroom.letter (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  year integer not null,
  number integer not null,
  document_id bigint not null,
  case_file_id bigint not null,
  expedition_unit_id bigint not null,
  service text not null,
  with_receipt boolean not null,
  receipt_days integer not null,
  format text not null,
  contact_id bigint,
  addressee text not null,
  address text not null,
  city text not null,
  state text not null,
  postal_code text not null,
  notes text default ''::text not null,
  departure text default ''::text not null,
  asked_at timestamp with time zone not null,
  asked_by bigint not null,
  posting_list_id bigint,
  tracking_code text,
  step text default 'requested'::text not null,
  posted_on date,
  delivered_on date,
  receiver text default ''::text not null,
  return_reason text default ''::text not null,
  receipt_document_id bigint,
  constraint letter_address_check CHECK (((length(address) >= 1) AND (length(address) <= 400))),
  constraint letter_addressee_check CHECK (((length(addressee) >= 1) AND (length(addressee) <= 200))),
  constraint letter_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint letter_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint letter_check CHECK (((NOT with_receipt) OR (service <> 'simple'::text))),
  constraint letter_check1 CHECK (((posting_list_id IS NULL) = (step = ANY (ARRAY['requested'::text, 'withdrawn'::text])))),
  constraint letter_check2 CHECK (((posted_on IS NULL) = (step = ANY (ARRAY['requested'::text, 'withdrawn'::text, 'preparing'::text])))),
  constraint letter_check3 CHECK (((tracking_code IS NOT NULL) OR (service = 'simple'::text) OR (posted_on IS NULL))),
  constraint letter_check4 CHECK ((delivered_on >= posted_on)),
  constraint letter_check5 CHECK (((delivered_on IS NOT NULL) OR (step <> ALL (ARRAY['delivered'::text, 'receipt-returned'::text])))),
  constraint letter_check6 CHECK (((step = 'returned'::text) = (return_reason <> ''::text))),
  constraint letter_check7 CHECK (((receipt_document_id IS NULL) OR (with_receipt AND (step = ANY (ARRAY['receipt-returned'::text, 'returned'::text]))))),
  constraint letter_check8 CHECK ((with_receipt OR (step <> 'receipt-returned'::text))),
  constraint letter_city_check CHECK (((length(city) >= 1) AND (length(city) <= 100))),
  constraint letter_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES people.contact(id),
  constraint letter_departure_check CHECK ((length(departure) <= 300)),
  constraint letter_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint letter_expedition_unit_id_fkey FOREIGN KEY (expedition_unit_id) REFERENCES organization.unit(id),
  constraint letter_format_check CHECK ((format = ANY (ARRAY['envelope'::text, 'large-envelope'::text, 'box'::text]))),
  constraint letter_notes_check CHECK ((length(notes) <= 500)),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_postal_code_check CHECK ((postal_code ~ '^\d{8}$'::text)),
  constraint letter_posting_list_id_fkey FOREIGN KEY (posting_list_id) REFERENCES mailroom.posting_list(id),
  constraint letter_receipt_days_check CHECK (((receipt_days >= 1) AND (receipt_days <= 365))),
  constraint letter_receipt_document_id_fkey FOREIGN KEY (receipt_document_id) REFERENCES documents.document(id),
  constraint letter_receiver_check CHECK ((length(receiver) <= 120)),
  constraint letter_return_reason_check CHECK ((length(return_reason) <= 200)),
  constraint letter_service_check CHECK ((service = ANY (ARRAY['simple'::text, 'registered'::text, 'express'::text]))),
  constraint letter_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  constraint letter_step_check CHECK ((step = ANY (ARRAY['requested'::text, 'withdrawn'::text, 'preparing'::text, 'posted'::text, 'in-transit'::text, 'delivered'::text, 'returned'::text, 'lost'::text, 'receipt-returned'::text]))),
  constraint letter_tracking_code_check CHECK ((tracking_code ~ '^[A-Z]{2}\d{9}[A-Z]{2}$'::text)),
  constraint letter_tracking_code_key UNIQUE (tracking_code),
  constraint letter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint letter_unit_id_year_number_key UNIQUE (unit_id, year, number)
);

create table mailroom.letter_attachment (
  letter_id bigint not null,
  document_id bigint not null,
  constraint letter_attachment_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint letter_attachment_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES mailroom.letter(id),
  constraint letter_attachment_pkey PRIMARY KEY (letter_id, document_id)
);

create table mailroom.letter_step (
  id bigint generated always as identity not null,
  letter_id bigint not null,
  step text not null,
  note text default ''::text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint letter_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint letter_step_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES mailroom.letter(id),
  constraint letter_step_note_check CHECK ((length(note) <= 300)),
  constraint letter_step_pkey PRIMARY KEY (id),
  constraint letter_step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table mailroom.posting_list (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  year integer not null,
  number integer not null,
  made_at timestamp with time zone not null,
  made_by bigint not null,
  constraint posting_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES identity.account(id),
  constraint posting_list_pkey PRIMARY KEY (id),
  constraint posting_list_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint posting_list_unit_id_year_number_key UNIQUE (unit_id, year, number)
);

create table mailroom.slip (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  year integer not null,
  number integer not null,
  destination text not null,
  to_unit_id bigint,
  carrier text default ''::text not null,
  notes text default ''::text not null,
  sent_at timestamp with time zone not null,
  sent_by bigint not null,
  received_at timestamp with time zone,
  receiver_name text,
  receiver_document text,
  settled_by bigint,
  settled_unit_id bigint,
  constraint slip_carrier_check CHECK ((length(carrier) <= 120)),
  constraint slip_check CHECK ((to_unit_id <> unit_id)),
  constraint slip_check1 CHECK ((received_at >= sent_at)),
  constraint slip_check2 CHECK ((num_nonnulls(received_at, receiver_name, receiver_document, settled_by, settled_unit_id) = ANY (ARRAY[0, 5]))),
  constraint slip_destination_check CHECK (((length(destination) >= 1) AND (length(destination) <= 200))),
  constraint slip_notes_check CHECK ((length(notes) <= 500)),
  constraint slip_pkey PRIMARY KEY (id),
  constraint slip_receiver_document_check CHECK ((length(receiver_document) <= 40)),
  constraint slip_receiver_name_check CHECK (((length(receiver_name) >= 1) AND (length(receiver_name) <= 120))),
  constraint slip_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES identity.account(id),
  constraint slip_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES identity.account(id),
  constraint slip_settled_unit_id_fkey FOREIGN KEY (settled_unit_id) REFERENCES organization.unit(id),
  constraint slip_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id),
  constraint slip_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint slip_unit_id_year_number_key UNIQUE (unit_id, year, number)
);

create table mailroom.slip_item (
  slip_id bigint not null,
  position integer not null,
  unit_id bigint not null,
  reference text not null,
  reference_key text not null,
  description text default ''::text not null,
  volumes integer not null,
  pages integer,
  case_file_id bigint,
  outcome text,
  constraint slip_item_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint slip_item_description_check CHECK ((length(description) <= 200)),
  constraint slip_item_outcome_check CHECK ((outcome = ANY (ARRAY['received'::text, 'missing'::text, 'refused'::text]))),
  constraint slip_item_pages_check CHECK (((pages >= 0) AND (pages <= 999999))),
  constraint slip_item_pkey PRIMARY KEY (slip_id, "position"),
  constraint slip_item_position_check CHECK ((("position" >= 1) AND ("position" <= 100))),
  constraint slip_item_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 60))),
  constraint slip_item_reference_key_check CHECK (((length(reference_key) >= 1) AND (length(reference_key) <= 60))),
  constraint slip_item_slip_id_fkey FOREIGN KEY (slip_id) REFERENCES mailroom.slip(id),
  constraint slip_item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint slip_item_volumes_check CHECK (((volumes >= 1) AND (volumes <= 9999)))
);

create table mailroom.stray_return (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  code text not null,
  note text default ''::text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  settled_at timestamp with time zone,
  settled_by bigint,
  settlement text,
  constraint stray_return_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint stray_return_check CHECK ((settled_at >= at)),
  constraint stray_return_check1 CHECK ((num_nonnulls(settled_at, settled_by, settlement) = ANY (ARRAY[0, 3]))),
  constraint stray_return_code_check CHECK (((length(code) >= 1) AND (length(code) <= 30))),
  constraint stray_return_note_check CHECK ((length(note) <= 300)),
  constraint stray_return_pkey PRIMARY KEY (id),
  constraint stray_return_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES identity.account(id),
  constraint stray_return_settlement_check CHECK (((length(settlement) >= 1) AND (length(settlement) <= 300))),
  constraint stray_return_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table news.reading (
  account_id bigint not null,
  version text not null,
  at timestamp with time zone not null,
  constraint reading_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint reading_pkey PRIMARY KEY (account_id, version),
  constraint reading_version_check CHECK (((version ~ '^\d+\.\d+\.\d+$'::text) AND (length(version) <= 20)))
);

create table notices.choice (
  account_id bigint not null,
  kind text not null,
  channel text not null,
  constraint choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint choice_channel_check CHECK ((channel = ANY (ARRAY['page'::text, 'at-once'::text, 'daily'::text, 'none'::text]))),
  constraint choice_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'to-sign'::text, 'deadline'::text, 'return'::text, 'followed'::text, 'comment'::text, 'answer'::text, 'review-asked'::text, 'review-answered'::text, 'review-ended'::text]))),
  constraint choice_pkey PRIMARY KEY (account_id, kind)
);

create table notices.cursor (
  single boolean default true not null,
  next_tx xid8 not null,
  constraint cursor_pkey PRIMARY KEY (single),
  constraint cursor_single_check CHECK (single)
);

create table notices.digest (
  account_id bigint not null,
  day date not null,
  made_at timestamp with time zone not null,
  notices integer not null,
  constraint digest_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint digest_notices_check CHECK ((notices >= 0)),
  constraint digest_pkey PRIMARY KEY (account_id, day)
);

create table notices.digest_hour (
  account_id bigint not null,
  hour integer not null,
  constraint digest_hour_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint digest_hour_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  constraint digest_hour_pkey PRIMARY KEY (account_id)
);

create table notices.notice (
  id bigint generated always as identity not null,
  account_id bigint not null,
  unit_id bigint not null,
  kind text not null,
  case_file_id bigint,
  document_id bigint,
  bundle_id bigint,
  facts jsonb default '{}'::jsonb not null,
  source text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  mail text default 'none'::text not null,
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint notice_account_id_source_key UNIQUE (account_id, source),
  constraint notice_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundles.bundle(id) ON DELETE CASCADE,
  constraint notice_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint notice_check CHECK (((case_file_id IS NULL) <> (bundle_id IS NULL))),
  constraint notice_check1 CHECK (((document_id IS NULL) OR (case_file_id IS NOT NULL))),
  constraint notice_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint notice_facts_check CHECK (((jsonb_typeof(facts) = 'object'::text) AND (length((facts)::text) <= 2000))),
  constraint notice_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'to-sign'::text, 'deadline'::text, 'return'::text, 'followed'::text, 'comment'::text, 'answer'::text, 'review-asked'::text, 'review-answered'::text, 'review-ended'::text]))),
  constraint notice_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'at-once'::text, 'daily'::text, 'sent'::text, 'withheld'::text]))),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_source_check CHECK (((length(source) >= 2) AND (length(source) <= 100))),
  constraint notice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table operations.damage (
  kind text not null,
  what text not null,
  portion integer not null,
  told text not null,
  found_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint damage_kind_check CHECK ((kind = ANY (ARRAY['file-changed'::text, 'file-missing'::text, 'file-unreadable'::text, 'relation'::text]))),
  constraint damage_pkey PRIMARY KEY (kind, what),
  constraint damage_portion_check CHECK (((portion >= 0) AND (portion <= 6))),
  constraint damage_told_check CHECK ((length(told) <= 500)),
  constraint damage_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
);

create table operations.scrub (
  id bigint generated always as identity not null,
  portion integer not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  files integer default 0 not null,
  relations integer default 0 not null,
  checker text default 'reading'::text not null,
  constraint scrub_check CHECK (((ended_at IS NULL) OR (ended_at >= began_at))),
  constraint scrub_checker_check CHECK ((checker = ANY (ARRAY['amcheck'::text, 'reading'::text]))),
  constraint scrub_files_check CHECK ((files >= 0)),
  constraint scrub_pkey PRIMARY KEY (id),
  constraint scrub_portion_check CHECK (((portion >= 0) AND (portion <= 6))),
  constraint scrub_relations_check CHECK ((relations >= 0))
);

create table organization.agency (
  id bigint generated always as identity not null,
  acronym text not null,
  name text not null,
  position integer default 0 not null,
  number_code text default ''::text not null,
  number_mask text not null,
  letterhead text default ''::text not null,
  may_receive boolean default true not null,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint agency_acronym_check CHECK (((length(acronym) >= 1) AND (length(acronym) <= 30))),
  constraint agency_acronym_key UNIQUE (acronym),
  constraint agency_name_check CHECK (((length(name) >= 1) AND (length(name) <= 250))),
  constraint agency_number_code_check CHECK ((number_code ~ '^\d{0,6}$'::text)),
  constraint agency_pkey PRIMARY KEY (id)
);

create table organization.agency_name (
  agency_id bigint not null,
  acronym text not null,
  name text not null,
  valid daterange not null,
  constraint agency_name_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint agency_name_agency_id_valid_excl EXCLUDE USING gist (agency_id WITH =, valid WITH &&)
);

create table organization.capacity (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  title text not null,
  deactivated_at timestamp with time zone,
  constraint capacity_pkey PRIMARY KEY (id),
  constraint capacity_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  constraint capacity_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint capacity_unit_id_title_key UNIQUE (unit_id, title)
);

create table organization.holiday (
  id bigint generated always as identity not null,
  agency_id bigint,
  on_date date not null,
  name text not null,
  kind text default 'feriado'::text not null,
  constraint holiday_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint holiday_agency_id_on_date_key UNIQUE NULLS NOT DISTINCT (agency_id, on_date),
  constraint holiday_kind_check CHECK ((kind = ANY (ARRAY['feriado'::text, 'ponto facultativo'::text]))),
  constraint holiday_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint holiday_pkey PRIMARY KEY (id)
);

create table organization.placement (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  parent_id bigint,
  valid daterange not null,
  constraint placement_check CHECK ((parent_id <> unit_id)),
  constraint placement_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organization.unit(id),
  constraint placement_pkey PRIMARY KEY (id),
  constraint placement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint placement_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
);

create table organization.register_change (
  id bigint generated always as identity not null,
  register text not null,
  record_id bigint not null,
  field text not null,
  before text,
  after text,
  at timestamp with time zone not null,
  account_id bigint not null,
  account_name text not null,
  unit_id bigint not null,
  constraint register_change_check CHECK ((before IS DISTINCT FROM after)),
  constraint register_change_field_check CHECK (((length(field) >= 1) AND (length(field) <= 60))),
  constraint register_change_pkey PRIMARY KEY (id),
  constraint register_change_register_check CHECK ((register = ANY (ARRAY['agency'::text, 'unit'::text, 'user'::text, 'profile'::text, 'contact'::text, 'case-type'::text, 'document-type'::text, 'record-class'::text, 'class-table'::text, 'legal-basis'::text, 'conference-kind'::text, 'work-plan'::text, 'office'::text, 'group'::text, 'mail-template'::text, 'contact-scope'::text]))),
  constraint register_change_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table organization.succession (
  predecessor_id bigint not null,
  successor_id bigint not null,
  since timestamp with time zone default now() not null,
  takes_rest boolean default false not null,
  constraint succession_check CHECK ((predecessor_id <> successor_id)),
  constraint succession_pkey PRIMARY KEY (predecessor_id, successor_id),
  constraint succession_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organization.unit(id),
  constraint succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organization.unit(id)
);

create table organization.unit (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  slug text not null,
  acronym text not null,
  name text not null,
  number_code text default ''::text not null,
  address text default ''::text not null,
  city text default ''::text not null,
  state text default ''::text not null,
  phone text default ''::text not null,
  available_for_sending boolean default true not null,
  warns_on_receipt boolean default false not null,
  is_mailroom boolean default false not null,
  is_archive boolean default false not null,
  is_ombuds boolean default false not null,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  succeeded_at timestamp with time zone,
  constraint unit_acronym_check CHECK (((length(acronym) >= 1) AND (length(acronym) <= 40))),
  constraint unit_agency_id_acronym_key UNIQUE (agency_id, acronym),
  constraint unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint unit_name_check CHECK (((length(name) >= 1) AND (length(name) <= 250))),
  constraint unit_number_code_check CHECK ((number_code ~ '^\d{0,8}$'::text)),
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60))),
  constraint unit_slug_key UNIQUE (slug),
  constraint unit_succeeded_takes_nothing CHECK (((succeeded_at IS NULL) OR (NOT available_for_sending)))
);

create table organization.unit_email (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  address text not null,
  description text default ''::text not null,
  constraint unit_email_address_check CHECK (((address ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(address) <= 254))),
  constraint unit_email_pkey PRIMARY KEY (id),
  constraint unit_email_unit_id_address_key UNIQUE (unit_id, address),
  constraint unit_email_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table organization.unit_name (
  unit_id bigint not null,
  acronym text not null,
  name text not null,
  valid daterange not null,
  constraint unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint unit_name_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
);

create table output.document_pdf (
  key text not null,
  sha256 text not null,
  size_bytes bigint not null,
  used_at timestamp with time zone not null,
  constraint document_pdf_key_check CHECK ((key ~ '^[0-9a-f]{64}$'::text)),
  constraint document_pdf_pkey PRIMARY KEY (key),
  constraint document_pdf_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table output.export (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  kind text not null,
  document_ids bigint[] not null,
  account_id bigint not null,
  unit_id bigint not null,
  session_hash bytea not null,
  state text default 'queued'::text not null,
  run_token text,
  beat_at timestamp with time zone,
  attempts integer default 0 not null,
  done_count integer default 0 not null,
  total_count integer not null,
  included_ids bigint[] default '{}'::bigint[] not null,
  omitted_count integer default 0 not null,
  sha256 text,
  size_bytes bigint,
  file_name text,
  problem text,
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint export_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint export_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint export_check CHECK (((state = 'ready'::text) = (sha256 IS NOT NULL))),
  constraint export_check1 CHECK ((num_nonnulls(sha256, size_bytes, file_name) = ANY (ARRAY[0, 3]))),
  constraint export_check2 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint export_check3 CHECK (((state = ANY (ARRAY['ready'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
  constraint export_document_ids_check CHECK (((cardinality(document_ids) >= 1) AND (cardinality(document_ids) <= 2000))),
  constraint export_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'zip'::text]))),
  constraint export_pkey PRIMARY KEY (id),
  constraint export_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint export_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'working'::text, 'ready'::text, 'failed'::text]))),
  constraint export_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table people.contact (
  id bigint generated always as identity not null,
  kind text default 'person'::text not null,
  name text not null,
  cpf text,
  cnpj text,
  email text default ''::text not null,
  phone text default ''::text not null,
  city text default ''::text not null,
  account_id bigint,
  created_at timestamp with time zone default now() not null,
  created_by bigint,
  deactivated_at timestamp with time zone,
  constraint contact_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint contact_cnpj_check CHECK ((cnpj ~ '^[A-Z0-9]{12}\d{2}$'::text)),
  constraint contact_cpf_check CHECK ((cpf ~ '^\d{11}$'::text)),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  constraint contact_name_check CHECK (((length(name) >= 2) AND (length(name) <= 250))),
  constraint contact_pkey PRIMARY KEY (id)
);

create table people.contact_access (
  unit_id bigint not null,
  kind text not null,
  level text not null,
  reason text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint contact_access_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint contact_access_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  constraint contact_access_level_check CHECK ((level = ANY (ARRAY['full'::text, 'short'::text]))),
  constraint contact_access_pkey PRIMARY KEY (unit_id, kind),
  constraint contact_access_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 250))),
  constraint contact_access_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table platform.act_result (
  token text not null,
  session_hash bytea not null,
  title text not null,
  items jsonb not null,
  at timestamp with time zone default now() not null,
  constraint act_result_pkey PRIMARY KEY (token)
);

create table platform.answered_request (
  session_hash bytea not null,
  key text not null,
  path text not null,
  location text,
  answered_at timestamp with time zone,
  asked_at timestamp with time zone default now() not null,
  content_hash bytea,
  constraint answered_request_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint answered_request_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100))),
  constraint answered_request_pkey PRIMARY KEY (session_hash, key)
);

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table platform.setting (
  name text not null,
  value jsonb not null,
  changed_at timestamp with time zone default now() not null,
  changed_by bigint,
  constraint setting_pkey PRIMARY KEY (name)
);

create table printing.bad_line (
  import_id bigint not null,
  line integer not null,
  reason text not null,
  constraint bad_line_import_id_fkey FOREIGN KEY (import_id) REFERENCES printing.import(id),
  constraint bad_line_pkey PRIMARY KEY (import_id, line),
  constraint bad_line_reason_check CHECK ((length(reason) <= 200))
);

create table printing.import (
  id bigint generated always as identity not null,
  agency_id bigint not null,
  file_name text not null,
  sha256 text not null,
  format text not null,
  reader_version integer not null,
  imported_at timestamp with time zone not null,
  imported_by bigint not null,
  constraint import_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint import_agency_id_sha256_key UNIQUE (agency_id, sha256),
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint import_format_check CHECK ((format = ANY (ARRAY['cups'::text, 'papercut'::text, 'generic'::text]))),
  constraint import_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES identity.account(id),
  constraint import_pkey PRIMARY KEY (id),
  constraint import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table printing.job (
  id bigint generated always as identity not null,
  import_id bigint not null,
  agency_id bigint not null,
  key text not null,
  printed_at timestamp with time zone not null,
  login text not null,
  printer text not null,
  pages integer not null,
  sheets integer not null,
  attribution text not null,
  document_id bigint,
  unit_id bigint,
  constraint job_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint job_agency_id_key_key UNIQUE (agency_id, key),
  constraint job_attribution_check CHECK ((attribution = ANY (ARRAY['exact'::text, 'probable'::text, 'none'::text]))),
  constraint job_check CHECK (((attribution = 'none'::text) = (document_id IS NULL))),
  constraint job_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint job_import_id_fkey FOREIGN KEY (import_id) REFERENCES printing.import(id),
  constraint job_key_check CHECK ((key ~ '^[0-9a-f]{64}$'::text)),
  constraint job_login_check CHECK ((length(login) <= 100)),
  constraint job_pages_check CHECK (((pages >= 1) AND (pages <= 1000000))),
  constraint job_pkey PRIMARY KEY (id),
  constraint job_printer_check CHECK (((length(printer) >= 1) AND (length(printer) <= 100))),
  constraint job_sheets_check CHECK (((sheets >= 1) AND (sheets <= 1000000))),
  constraint job_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table printing.made_pdf (
  id bigint generated always as identity not null,
  document_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  constraint made_pdf_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint made_pdf_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint made_pdf_pkey PRIMARY KEY (id),
  constraint made_pdf_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table projects.activity (
  id bigint generated always as identity not null,
  project_id bigint not null,
  name text not null,
  who text default ''::text not null,
  planned_from date not null,
  planned_until date not null,
  begun_on date,
  ended_on date,
  percent integer default 0 not null,
  is_milestone boolean default false not null,
  is_cancelled boolean default false not null,
  case_file_id bigint,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint activity_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint activity_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint activity_check CHECK ((planned_until >= planned_from)),
  constraint activity_check1 CHECK (((NOT is_milestone) OR ((planned_from = planned_until) AND (percent = ANY (ARRAY[0, 100]))))),
  constraint activity_check2 CHECK (((percent = 100) = (ended_on IS NOT NULL))),
  constraint activity_check3 CHECK (((percent = 0) OR (begun_on IS NOT NULL))),
  constraint activity_check4 CHECK ((ended_on >= begun_on)),
  constraint activity_name_check CHECK (((length(name) >= 3) AND (length(name) <= 200))),
  constraint activity_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id),
  constraint activity_project_id_id_key UNIQUE (project_id, id),
  constraint activity_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint activity_who_check CHECK ((length(who) <= 120))
);

create table projects.dependency (
  project_id bigint not null,
  activity_id bigint not null,
  after_id bigint not null,
  constraint dependency_pkey PRIMARY KEY (activity_id, after_id),
  constraint dependency_project_id_activity_id_fkey FOREIGN KEY (project_id, activity_id) REFERENCES projects.activity(project_id, id),
  constraint dependency_project_id_after_id_fkey FOREIGN KEY (project_id, after_id) REFERENCES projects.activity(project_id, id)
);

create table projects.participating_unit (
  project_id bigint not null,
  unit_id bigint not null,
  constraint participating_unit_pkey PRIMARY KEY (project_id, unit_id),
  constraint participating_unit_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.project(id),
  constraint participating_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table projects.project (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  aim text not null,
  responsible_id bigint not null,
  state text default 'planned'::text not null,
  starts_on date not null,
  ends_on date not null,
  registered_at timestamp with time zone not null,
  registered_by bigint not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint keeper_takes_part FOREIGN KEY (id, unit_id) REFERENCES projects.participating_unit(project_id, unit_id) DEFERRABLE INITIALLY DEFERRED,
  constraint project_aim_check CHECK (((length(aim) >= 3) AND (length(aim) <= 2000))),
  constraint project_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint project_check CHECK ((ends_on >= starts_on)),
  constraint project_name_check CHECK (((length(name) >= 3) AND (length(name) <= 200))),
  constraint project_pkey PRIMARY KEY (id),
  constraint project_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES identity.account(id),
  constraint project_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES identity.account(id),
  constraint project_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'under-way'::text, 'paused'::text, 'concluded'::text, 'cancelled'::text]))),
  constraint project_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table publishing.awaited_term (
  publication_id bigint not null,
  unit_id bigint not null,
  account_id bigint not null,
  at timestamp with time zone not null,
  text text not null,
  days integer not null,
  counting text not null,
  due_on date,
  refusal text,
  constraint awaited_term_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint awaited_term_check CHECK (((due_on IS NULL) OR (refusal IS NULL))),
  constraint awaited_term_counting_check CHECK ((counting = ANY (ARRAY['working'::text, 'calendar-rolled'::text, 'calendar'::text]))),
  constraint awaited_term_days_check CHECK (((days >= 1) AND (days <= 1000))),
  constraint awaited_term_pkey PRIMARY KEY (publication_id, unit_id),
  constraint awaited_term_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publishing.publication(id),
  constraint awaited_term_refusal_check CHECK (((length(refusal) >= 1) AND (length(refusal) <= 500))),
  constraint awaited_term_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300))),
  constraint awaited_term_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table publishing.comparison (
  id bigint generated always as identity not null,
  publication_id bigint not null,
  printed text not null,
  sha256 text not null,
  differences integer not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint comparison_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint comparison_differences_check CHECK ((differences >= 0)),
  constraint comparison_pkey PRIMARY KEY (id),
  constraint comparison_printed_check CHECK (((length(printed) >= 1) AND (length(printed) <= 500000))),
  constraint comparison_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publishing.publication(id),
  constraint comparison_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint comparison_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table publishing.publication (
  id bigint generated always as identity not null,
  document_id bigint not null,
  version integer not null,
  vehicle_id bigint not null,
  reason text not null,
  summary text not null,
  extraordinary boolean default false not null,
  state text not null,
  on_date date,
  published_from timestamp with time zone,
  end_reason text,
  gazette text default ''::text not null,
  gazette_edition text default ''::text not null,
  gazette_section text default ''::text not null,
  gazette_page text default ''::text not null,
  gazette_date date,
  gazette_link text default ''::text not null,
  unit_id bigint not null,
  account_id bigint not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  words tsvector not null,
  sent_sha256 text,
  constraint publication_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint publication_check CHECK (((published_from IS NULL) OR (on_date IS NOT NULL))),
  constraint publication_check1 CHECK (((state <> 'published'::text) OR (published_from IS NOT NULL))),
  constraint publication_check2 CHECK (((state = ANY (ARRAY['rejected'::text, 'cancelled'::text])) = (end_reason IS NOT NULL))),
  constraint publication_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint publication_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES documents.version(document_id, number),
  constraint publication_end_reason_check CHECK (((length(end_reason) >= 5) AND (length(end_reason) <= 500))),
  constraint publication_gazette_check CHECK ((length(gazette) <= 100)),
  constraint publication_gazette_edition_check CHECK ((length(gazette_edition) <= 30)),
  constraint publication_gazette_link_check CHECK (((gazette_link = ''::text) OR ((gazette_link ~ '^https?://'::text) AND (length(gazette_link) <= 500)))),
  constraint publication_gazette_page_check CHECK ((length(gazette_page) <= 30)),
  constraint publication_gazette_section_check CHECK ((length(gazette_section) <= 30)),
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_reason_check CHECK ((reason = ANY (ARRAY['publication'::text, 'rectification'::text, 'republication'::text, 'annotation'::text]))),
  constraint publication_sent_sha256_check CHECK ((sent_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint publication_state_check CHECK ((state = ANY (ARRAY['to-send'::text, 'approved'::text, 'sent'::text, 'received'::text, 'scheduled'::text, 'published'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint publication_summary_check CHECK (((length(summary) >= 5) AND (length(summary) <= 1000))),
  constraint publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint publication_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES publishing.vehicle(id)
);

create table publishing.related (
  document_id bigint not null,
  original_id bigint not null,
  reason text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint related_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint related_check CHECK ((document_id <> original_id)),
  constraint related_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint related_original_id_fkey FOREIGN KEY (original_id) REFERENCES documents.document(id),
  constraint related_pkey PRIMARY KEY (document_id),
  constraint related_reason_check CHECK ((reason = ANY (ARRAY['rectification'::text, 'republication'::text, 'annotation'::text, 'final-version'::text]))),
  constraint related_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table publishing.step (
  id bigint generated always as identity not null,
  publication_id bigint not null,
  step text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  receipt text default ''::text not null,
  note text default ''::text not null,
  on_date date,
  constraint step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint step_note_check CHECK ((length(note) <= 500)),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publishing.publication(id),
  constraint step_receipt_check CHECK ((length(receipt) <= 100)),
  constraint step_step_check CHECK ((step = ANY (ARRAY['prepared'::text, 'approved'::text, 'sent'::text, 'received'::text, 'scheduled'::text, 'published'::text, 'rejected'::text, 'cancelled'::text, 'checked'::text]))),
  constraint step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table publishing.vehicle (
  id bigint generated always as identity not null,
  agency_id bigint,
  kind text not null,
  acronym text not null,
  name text not null,
  time_zone text not null,
  weekdays integer[] not null,
  cut_off time without time zone,
  address text default ''::text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  deactivated_at timestamp with time zone,
  approving_unit_id bigint,
  email text default ''::text not null,
  closed_days date[] default '{}'::date[] not null,
  terms_from text default 'edition'::text not null,
  constraint only_gazettes_are_sent_to CHECK (((kind = 'external'::text) OR ((approving_unit_id IS NULL) AND (email = ''::text)))),
  constraint vehicle_acronym_check CHECK (((length(acronym) >= 1) AND (length(acronym) <= 20))),
  constraint vehicle_address_check CHECK (((address = ''::text) OR ((address ~ '^https?://'::text) AND (length(address) <= 300)))),
  constraint vehicle_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint vehicle_approving_unit_id_fkey FOREIGN KEY (approving_unit_id) REFERENCES organization.unit(id),
  constraint vehicle_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint vehicle_closed_days_check CHECK ((cardinality(closed_days) <= 400)),
  constraint vehicle_email_check CHECK (((email = ''::text) OR ((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 254)))),
  constraint vehicle_kind_check CHECK ((kind = ANY (ARRAY['internal'::text, 'external'::text]))),
  constraint vehicle_name_check CHECK (((length(name) >= 3) AND (length(name) <= 100))),
  constraint vehicle_pkey PRIMARY KEY (id),
  constraint vehicle_terms_from_check CHECK ((terms_from = ANY (ARRAY['edition'::text, 'made-available'::text]))),
  constraint vehicle_time_zone_check CHECK ((time_zone = ANY (ARRAY['America/Noronha'::text, 'America/Sao_Paulo'::text, 'America/Fortaleza'::text, 'America/Cuiaba'::text, 'America/Manaus'::text, 'America/Rio_Branco'::text]))),
  constraint vehicle_weekdays_check CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6])))
);

create table publishing.vehicle_type (
  vehicle_id bigint not null,
  document_type_id bigint not null,
  constraint vehicle_type_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint vehicle_type_pkey PRIMARY KEY (vehicle_id, document_type_id),
  constraint vehicle_type_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES publishing.vehicle(id)
);

create table register_import.import (
  id bigint generated always as identity not null,
  register text not null,
  file_name text not null,
  sha256 text not null,
  account_id bigint not null,
  unit_id bigint not null,
  asked_at timestamp with time zone not null,
  row_count integer not null,
  state text default 'trying'::text not null,
  done_count integer default 0 not null,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  problem text,
  constraint import_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint import_check CHECK (((done_count >= 0) AND (done_count <= row_count))),
  constraint import_check1 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint import_check2 CHECK (((confirmed_at IS NOT NULL) OR (state <> ALL (ARRAY['running'::text, 'done'::text])))),
  constraint import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_pkey PRIMARY KEY (id),
  constraint import_register_check CHECK ((register = ANY (ARRAY['agencies'::text, 'units'::text, 'users'::text, 'permissions'::text, 'contacts'::text, 'record-classes'::text, 'case-types'::text, 'document-types'::text]))),
  constraint import_row_count_check CHECK (((row_count >= 1) AND (row_count <= 20000))),
  constraint import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_state_check CHECK ((state = ANY (ARRAY['trying'::text, 'tried'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table register_import.row (
  import_id bigint not null,
  position integer not null,
  line integer not null,
  cells jsonb not null,
  trial text,
  result text,
  details jsonb default '[]'::jsonb not null,
  constraint row_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_import.import(id) ON DELETE CASCADE,
  constraint row_line_check CHECK ((line >= 2)),
  constraint row_pkey PRIMARY KEY (import_id, "position"),
  constraint row_position_check CHECK (("position" >= 1)),
  constraint row_result_check CHECK ((result = ANY (ARRAY['created'::text, 'changed'::text, 'unchanged'::text, 'refused'::text]))),
  constraint row_trial_check CHECK ((trial = ANY (ARRAY['created'::text, 'changed'::text, 'unchanged'::text, 'refused'::text])))
);

create table remarks.acknowledgement (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  document_id bigint,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  on_day date not null,
  constraint acknowledgement_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint acknowledgement_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint acknowledgement_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint acknowledgement_pkey PRIMARY KEY (id),
  constraint acknowledgement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table remarks.comment (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  document_id bigint,
  text text not null,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  changed_at timestamp with time zone,
  deleted_at timestamp with time zone,
  deleted_by bigint,
  constraint comment_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint comment_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint comment_check CHECK ((changed_at >= at)),
  constraint comment_check1 CHECK ((deleted_at >= at)),
  constraint comment_check2 CHECK (((deleted_at IS NULL) = (deleted_by IS NULL))),
  constraint comment_check3 CHECK (((deleted_at IS NULL) = (text <> ''::text))),
  constraint comment_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES identity.account(id),
  constraint comment_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_text_check CHECK ((length(text) <= 2000)),
  constraint comment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table reviewing.reply (
  id bigint generated always as identity not null,
  thread_id bigint not null,
  text text not null,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  constraint reply_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint reply_pkey PRIMARY KEY (id),
  constraint reply_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000))),
  constraint reply_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES reviewing.thread(id),
  constraint reply_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table reviewing.request (
  id bigint generated always as identity not null,
  document_id bigint not null,
  reviewer_id bigint not null,
  reviewer_unit_id bigint not null,
  asked_by bigint not null,
  asked_unit_id bigint not null,
  asked_at timestamp with time zone not null,
  message text not null,
  due_on date,
  version integer not null,
  state text default 'open'::text not null,
  closed_at timestamp with time zone,
  closed_by bigint,
  answer text default ''::text not null,
  answered_version integer,
  answered_sha256 bytea,
  constraint request_answer_check CHECK ((length(answer) <= 2000)),
  constraint request_answered_sha256_check CHECK ((octet_length(answered_sha256) = 32)),
  constraint request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.account(id),
  constraint request_asked_unit_id_fkey FOREIGN KEY (asked_unit_id) REFERENCES organization.unit(id),
  constraint request_check CHECK ((closed_at >= asked_at)),
  constraint request_check1 CHECK ((((state = 'open'::text) = (closed_at IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint request_check2 CHECK (((state = ANY (ARRAY['approved'::text, 'returned'::text])) = (answered_version IS NOT NULL))),
  constraint request_check3 CHECK (((answered_version IS NULL) = (answered_sha256 IS NULL))),
  constraint request_check4 CHECK (((answer = ''::text) OR (state = ANY (ARRAY['approved'::text, 'returned'::text])))),
  constraint request_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES identity.account(id),
  constraint request_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint request_message_check CHECK ((length(message) <= 2000)),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES identity.account(id),
  constraint request_reviewer_unit_id_fkey FOREIGN KEY (reviewer_unit_id) REFERENCES organization.unit(id),
  constraint request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'reassigned'::text, 'signed'::text])))
);

create table reviewing.suggesting (
  document_id bigint not null,
  account_id bigint not null,
  base_version integer not null,
  content json not null,
  saved_at timestamp with time zone not null,
  session text not null,
  sequence bigint not null,
  constraint suggesting_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint suggesting_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint suggesting_pkey PRIMARY KEY (document_id, account_id)
);

create table reviewing.thread (
  id bigint generated always as identity not null,
  document_id bigint not null,
  version integer not null,
  passage integer not null,
  quote text not null,
  before text not null,
  after text not null,
  suggestion text,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  state text default 'open'::text not null,
  settled_by bigint,
  settled_at timestamp with time zone,
  constraint thread_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint thread_after_check CHECK ((length(after) <= 32)),
  constraint thread_before_check CHECK ((length(before) <= 32)),
  constraint thread_check CHECK (((length(suggestion) <= 8000) AND (suggestion <> quote))),
  constraint thread_check1 CHECK ((settled_at >= at)),
  constraint thread_check2 CHECK ((((state = 'open'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint thread_check3 CHECK (((state = 'open'::text) OR ((state = 'resolved'::text) = (suggestion IS NULL)))),
  constraint thread_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint thread_passage_check CHECK ((passage >= 0)),
  constraint thread_pkey PRIMARY KEY (id),
  constraint thread_quote_check CHECK (((length(quote) >= 1) AND (length(quote) <= 8000))),
  constraint thread_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES identity.account(id),
  constraint thread_state_check CHECK ((state = ANY (ARRAY['open'::text, 'resolved'::text, 'accepted'::text, 'rejected'::text]))),
  constraint thread_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table routing.desk_view (
  account_id bigint not null,
  columns text[] not null,
  constraint desk_view_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint desk_view_columns_check CHECK ((cardinality(columns) <= 20)),
  constraint desk_view_pkey PRIMARY KEY (account_id)
);

create table routing.movement (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  from_unit_id bigint not null,
  to_unit_id bigint not null,
  sent_at timestamp with time zone not null,
  sent_by bigint not null,
  kept_open boolean not null,
  return_due date,
  returned_at timestamp with time zone,
  received_at timestamp with time zone,
  recalled_at timestamp with time zone,
  recalled_by bigint,
  first_from_unit_id bigint,
  first_to_unit_id bigint,
  constraint movement_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint movement_check CHECK (((recalled_at IS NULL) OR (received_at IS NULL))),
  constraint movement_first_from_unit_id_fkey FOREIGN KEY (first_from_unit_id) REFERENCES organization.unit(id),
  constraint movement_first_to_unit_id_fkey FOREIGN KEY (first_to_unit_id) REFERENCES organization.unit(id),
  constraint movement_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES organization.unit(id),
  constraint movement_pkey PRIMARY KEY (id),
  constraint movement_recalled_by_fkey FOREIGN KEY (recalled_by) REFERENCES identity.account(id),
  constraint movement_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES identity.account(id),
  constraint movement_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id)
);

create table routing.scheduled_reopening (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  unit_id bigint not null,
  due_on date not null,
  set_at timestamp with time zone not null,
  set_by bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  ending text,
  constraint scheduled_reopening_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint scheduled_reopening_check CHECK (((ended_at IS NULL) = (ending IS NULL))),
  constraint scheduled_reopening_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint scheduled_reopening_ending_check CHECK ((ending = ANY (ARRAY['reopened'::text, 'not-needed'::text, 'cancelled'::text, 'replaced'::text]))),
  constraint scheduled_reopening_pkey PRIMARY KEY (id),
  constraint scheduled_reopening_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id),
  constraint scheduled_reopening_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table routing.unread_mark (
  account_id bigint not null,
  case_file_id bigint not null,
  marked_at timestamp with time zone not null,
  constraint unread_mark_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint unread_mark_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint unread_mark_pkey PRIMARY KEY (account_id, case_file_id)
);

create table routing.wrongly_opened (
  case_file_id bigint not null,
  reason text not null,
  term_id bigint not null,
  account_id bigint not null,
  unit_id bigint not null,
  at timestamp with time zone not null,
  constraint wrongly_opened_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint wrongly_opened_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint wrongly_opened_pkey PRIMARY KEY (case_file_id),
  constraint wrongly_opened_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 500))),
  constraint wrongly_opened_term_id_fkey FOREIGN KEY (term_id) REFERENCES documents.document(id),
  constraint wrongly_opened_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table search.case_text (
  case_file_id bigint not null,
  words tsvector not null,
  public_words tsvector not null,
  labels text[] not null,
  indexed_at timestamp with time zone not null,
  constraint case_text_pkey PRIMARY KEY (case_file_id)
);

create table search.document_text (
  document_id bigint not null,
  words tsvector not null,
  labels text[] not null,
  indexed_at timestamp with time zone not null,
  constraint document_text_pkey PRIMARY KEY (document_id)
);

create table search.pending (
  id bigint generated always as identity not null,
  document_id bigint,
  case_file_id bigint,
  since timestamp with time zone default clock_timestamp() not null,
  problem text,
  constraint pending_check CHECK ((num_nonnulls(document_id, case_file_id) = 1)),
  constraint pending_pkey PRIMARY KEY (id)
);

create table search.saved_search (
  id bigint generated always as identity not null,
  account_id bigint not null,
  name text not null,
  query text not null,
  saved_at timestamp with time zone not null,
  constraint saved_search_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint saved_search_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint saved_search_pkey PRIMARY KEY (id),
  constraint saved_search_query_check CHECK (((length(query) >= 1) AND (length(query) <= 4000)))
);

create table signatures.attempt (
  token text not null,
  account_id bigint not null,
  document_id bigint not null,
  version integer not null,
  text_sha256 bytea not null,
  capacity text not null,
  declaration text not null,
  expires_at timestamp with time zone not null,
  visit text,
  constraint attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint attempt_capacity_check CHECK ((length(capacity) <= 200)),
  constraint attempt_declaration_check CHECK ((length(declaration) <= 8000)),
  constraint attempt_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint attempt_pkey PRIMARY KEY (token),
  constraint attempt_text_sha256_check CHECK ((length(text_sha256) = 32)),
  constraint attempt_token_check CHECK ((token ~ '^[A-Za-z0-9_-]{20,64}$'::text)),
  constraint attempt_visit_fkey FOREIGN KEY (visit) REFERENCES signatures.gov_br_visit(token) ON DELETE CASCADE
);

create table signatures.content_residue (
  sha256 bytea not null,
  bytes_sha256 text not null,
  length integer not null,
  document_id bigint not null,
  constraint content_residue_bytes_sha256_check CHECK ((bytes_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint content_residue_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.elimination(document_id),
  constraint content_residue_pkey PRIMARY KEY (sha256)
);

create table signatures.gov_br_visit (
  token text not null,
  account_id bigint not null,
  session_hash bytea not null,
  capacity text not null,
  back text default ''::text not null,
  state_hash bytea,
  state_expires_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint gov_br_visit_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint gov_br_visit_back_check CHECK ((length(back) <= 60)),
  constraint gov_br_visit_capacity_check CHECK ((length(capacity) <= 200)),
  constraint gov_br_visit_check CHECK (((state_hash IS NULL) = (state_expires_at IS NULL))),
  constraint gov_br_visit_pkey PRIMARY KEY (token),
  constraint gov_br_visit_session_hash_check CHECK ((length(session_hash) = 32)),
  constraint gov_br_visit_state_hash_check CHECK ((length(state_hash) = 32)),
  constraint gov_br_visit_state_hash_key UNIQUE (state_hash),
  constraint gov_br_visit_token_check CHECK ((token ~ '^[A-Za-z0-9_-]{20,64}$'::text))
);

create table signatures.signature (
  id bigint generated always as identity not null,
  document_id bigint not null,
  version integer,
  file_id bigint,
  kind text default 'signature'::text not null,
  account_id bigint not null,
  unit_id bigint not null,
  signer_name text not null,
  capacity text not null,
  unit_acronym text not null,
  agency_acronym text not null,
  method text default 'password'::text not null,
  sha256 bytea not null,
  signed_at timestamp with time zone not null,
  statement_sha256 bytea not null,
  crc text not null,
  tx xid8 default pg_current_xact_id() not null,
  certificate jsonb,
  constraint signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint signature_certificate_check CHECK ((((method = ANY (ARRAY['certificate'::text, 'gov-br'::text])) = (certificate IS NOT NULL)) AND ((certificate IS NULL) OR ((certificate ?& ARRAY['cms'::text, 'emissor'::text, 'raiz'::text, 'revogacao'::text, 'serie'::text, 'tentativa'::text, 'titular'::text]) AND ((certificate ->> 'cms'::text) ~ '^[0-9a-f]{64}$'::text))))),
  constraint signature_check CHECK ((num_nonnulls(version, file_id) = 1)),
  constraint signature_check1 CHECK (((kind = 'signature'::text) = (version IS NOT NULL))),
  constraint signature_crc_check CHECK ((crc ~ '^[0-9A-F]{8}$'::text)),
  constraint signature_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint signature_file_id_fkey FOREIGN KEY (file_id) REFERENCES documents.file(id),
  constraint signature_kind_check CHECK ((kind = ANY (ARRAY['signature'::text, 'certification'::text]))),
  constraint signature_method_check CHECK ((method = ANY (ARRAY['password'::text, 'certificate'::text, 'gov-br'::text]))),
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_sha256_check CHECK ((length(sha256) = 32)),
  constraint signature_statement_sha256_check CHECK ((length(statement_sha256) = 32)),
  constraint signature_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table signatures.signed_content (
  sha256 bytea not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint signed_content_pkey PRIMARY KEY (sha256)
);

create table statistics.closed_agency (
  month date not null,
  agency_id bigint not null,
  acronym text not null,
  born_digital integer not null,
  digitized integer not null,
  users integer not null,
  constraint closed_agency_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES organization.agency(id),
  constraint closed_agency_born_digital_check CHECK ((born_digital >= 0)),
  constraint closed_agency_digitized_check CHECK ((digitized >= 0)),
  constraint closed_agency_month_fkey FOREIGN KEY (month) REFERENCES statistics.closed_month(month),
  constraint closed_agency_pkey PRIMARY KEY (month, agency_id),
  constraint closed_agency_users_check CHECK ((users >= 0))
);

create table statistics.closed_month (
  month date not null,
  closed_at timestamp with time zone not null,
  counts_drafts boolean not null,
  counts_born_digital_files boolean not null,
  minimum_users integer not null,
  external_users integer not null,
  registered_users integer not null,
  documents bigint not null,
  storage_bytes bigint not null,
  tx xid8 default pg_current_xact_id() not null,
  constraint closed_month_check CHECK (((closed_at AT TIME ZONE 'America/Sao_Paulo'::text) >= (month + '1 mon'::interval))),
  constraint closed_month_documents_check CHECK ((documents >= 0)),
  constraint closed_month_external_users_check CHECK ((external_users >= 0)),
  constraint closed_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint closed_month_pkey PRIMARY KEY (month),
  constraint closed_month_registered_users_check CHECK ((registered_users >= 0)),
  constraint closed_month_storage_bytes_check CHECK ((storage_bytes >= 0))
);

create table statistics.closed_unit (
  month date not null,
  agency_id bigint not null,
  unit_id bigint not null,
  acronym text not null,
  born_digital integer not null,
  digitized integer not null,
  not_public integer not null,
  constraint closed_unit_born_digital_check CHECK ((born_digital >= 0)),
  constraint closed_unit_check CHECK (((not_public >= 0) AND (not_public <= (born_digital + digitized)))),
  constraint closed_unit_digitized_check CHECK ((digitized >= 0)),
  constraint closed_unit_month_agency_id_fkey FOREIGN KEY (month, agency_id) REFERENCES statistics.closed_agency(month, agency_id),
  constraint closed_unit_pkey PRIMARY KEY (month, unit_id),
  constraint closed_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table statistics.definition (
  id bigint generated always as identity not null,
  counts_drafts boolean not null,
  counts_born_digital_files boolean not null,
  minimum_users integer not null,
  since timestamp with time zone not null,
  set_by bigint,
  constraint definition_minimum_users_check CHECK (((minimum_users >= 0) AND (minimum_users <= 1000))),
  constraint definition_pkey PRIMARY KEY (id),
  constraint definition_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id)
);

create table statistics.published (
  id bigint generated always as identity not null,
  name text not null,
  source text not null,
  loaded_at timestamp with time zone not null,
  loaded_by bigint,
  constraint published_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES identity.account(id),
  constraint published_name_check CHECK (((length(name) >= 3) AND (length(name) <= 120))),
  constraint published_name_key UNIQUE (name),
  constraint published_pkey PRIMARY KEY (id),
  constraint published_source_check CHECK (((length(source) >= 3) AND (length(source) <= 300)))
);

create table statistics.published_agency (
  published_id bigint not null,
  acronym text not null,
  users integer,
  born_digital integer,
  digitized integer,
  implied_documents integer,
  constraint published_agency_acronym_check CHECK (((length(acronym) >= 1) AND (length(acronym) <= 30))),
  constraint published_agency_born_digital_check CHECK ((born_digital >= 0)),
  constraint published_agency_check CHECK (((born_digital IS NULL) = (digitized IS NULL))),
  constraint published_agency_check1 CHECK (((implied_documents IS NULL) OR (born_digital IS NULL))),
  constraint published_agency_digitized_check CHECK ((digitized >= 0)),
  constraint published_agency_implied_documents_check CHECK ((implied_documents >= 0)),
  constraint published_agency_pkey PRIMARY KEY (published_id, acronym),
  constraint published_agency_published_id_fkey FOREIGN KEY (published_id) REFERENCES statistics.published(id),
  constraint published_agency_users_check CHECK ((users >= 0))
);

create table statistics.published_house (
  published_id bigint not null,
  position integer not null,
  name text not null,
  external_users integer,
  registered_users integer,
  documents integer,
  storage_bytes bigint,
  constraint published_house_documents_check CHECK ((documents >= 0)),
  constraint published_house_external_users_check CHECK ((external_users >= 0)),
  constraint published_house_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  constraint published_house_pkey PRIMARY KEY (published_id, "position"),
  constraint published_house_published_id_fkey FOREIGN KEY (published_id) REFERENCES statistics.published(id),
  constraint published_house_registered_users_check CHECK ((registered_users >= 0)),
  constraint published_house_storage_bytes_check CHECK ((storage_bytes >= 0))
);

create table unit_migration.item (
  id bigint generated always as identity not null,
  migration_id bigint not null,
  kind text not null,
  case_file_id bigint,
  from_unit_id bigint,
  to_unit_id bigint not null,
  state text not null,
  planned jsonb,
  moved jsonb,
  notes text[] default '{}'::text[] not null,
  settled_at timestamp with time zone,
  constraint item_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint item_check CHECK (((kind = 'case-file'::text) = (case_file_id IS NOT NULL))),
  constraint item_check1 CHECK (((kind = 'case-file'::text) = (from_unit_id IS NULL))),
  constraint item_check2 CHECK (((state = 'planned'::text) = (settled_at IS NULL))),
  constraint item_check3 CHECK (((state = 'done'::text) = (moved IS NOT NULL))),
  constraint item_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES organization.unit(id),
  constraint item_kind_check CHECK (((length(kind) >= 2) AND (length(kind) <= 40))),
  constraint item_migration_id_fkey FOREIGN KEY (migration_id) REFERENCES unit_migration.migration(id) ON DELETE CASCADE,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'failed'::text, 'gone'::text]))),
  constraint item_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES organization.unit(id)
);

create table unit_migration.migration (
  id bigint generated always as identity not null,
  mode text not null,
  state text default 'draft'::text not null,
  formal_act text not null,
  case_number text not null,
  new_acronym text,
  new_name text,
  continues_numbering boolean default true not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  created_unit_id bigint not null,
  simulated_at timestamp with time zone,
  simulated_by bigint,
  simulation jsonb,
  approved_at timestamp with time zone,
  approved_by bigint,
  approved_unit_id bigint,
  started_at timestamp with time zone,
  started_by bigint,
  started_unit_id bigint,
  run_token text,
  beat_at timestamp with time zone,
  finished_at timestamp with time zone,
  problem text,
  constraint approved_by_another_person CHECK ((approved_by <> created_by)),
  constraint migration_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES identity.account(id),
  constraint migration_approved_unit_id_fkey FOREIGN KEY (approved_unit_id) REFERENCES organization.unit(id),
  constraint migration_case_number_check CHECK (((length(case_number) >= 5) AND (length(case_number) <= 40))),
  constraint migration_check CHECK ((((mode = 'rename'::text) = (new_acronym IS NOT NULL)) AND ((mode = 'rename'::text) = (new_name IS NOT NULL)))),
  constraint migration_check1 CHECK ((num_nonnulls(simulated_at, simulated_by, simulation) = ANY (ARRAY[0, 3]))),
  constraint migration_check2 CHECK ((num_nonnulls(approved_at, approved_by, approved_unit_id) = ANY (ARRAY[0, 3]))),
  constraint migration_check3 CHECK ((num_nonnulls(started_at, started_by, started_unit_id) = ANY (ARRAY[0, 3]))),
  constraint migration_check4 CHECK (((state = 'draft'::text) = (simulated_at IS NULL))),
  constraint migration_check5 CHECK (((state = ANY (ARRAY['draft'::text, 'simulated'::text])) = (approved_at IS NULL))),
  constraint migration_check6 CHECK (((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])) = (started_at IS NOT NULL))),
  constraint migration_check7 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
  constraint migration_check8 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint migration_check9 CHECK (((run_token IS NULL) OR (state = 'running'::text))),
  constraint migration_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint migration_created_unit_id_fkey FOREIGN KEY (created_unit_id) REFERENCES organization.unit(id),
  constraint migration_formal_act_check CHECK (((length(formal_act) >= 5) AND (length(formal_act) <= 200))),
  constraint migration_mode_check CHECK ((mode = ANY (ARRAY['rename'::text, 'succession'::text, 'merge'::text, 'split'::text]))),
  constraint migration_new_acronym_check CHECK (((length(new_acronym) >= 1) AND (length(new_acronym) <= 40))),
  constraint migration_new_name_check CHECK (((length(new_name) >= 1) AND (length(new_name) <= 250))),
  constraint migration_pkey PRIMARY KEY (id),
  constraint migration_simulated_by_fkey FOREIGN KEY (simulated_by) REFERENCES identity.account(id),
  constraint migration_started_by_fkey FOREIGN KEY (started_by) REFERENCES identity.account(id),
  constraint migration_started_unit_id_fkey FOREIGN KEY (started_unit_id) REFERENCES organization.unit(id),
  constraint migration_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'simulated'::text, 'approved'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

create table unit_migration.migration_unit (
  migration_id bigint not null,
  unit_id bigint not null,
  role text not null,
  position integer not null,
  constraint migration_unit_migration_id_fkey FOREIGN KEY (migration_id) REFERENCES unit_migration.migration(id) ON DELETE CASCADE,
  constraint migration_unit_pkey PRIMARY KEY (migration_id, unit_id),
  constraint migration_unit_role_check CHECK ((role = ANY (ARRAY['from'::text, 'to'::text]))),
  constraint migration_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table unit_migration.rule (
  id bigint generated always as identity not null,
  migration_id bigint not null,
  case_file_id bigint,
  account_id bigint,
  case_type_id bigint,
  to_unit_id bigint not null,
  constraint rule_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint rule_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint rule_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint rule_check CHECK ((num_nonnulls(case_file_id, account_id, case_type_id) = 1)),
  constraint rule_migration_id_case_file_id_account_id_case_type_id_key UNIQUE NULLS NOT DISTINCT (migration_id, case_file_id, account_id, case_type_id),
  constraint rule_migration_id_fkey FOREIGN KEY (migration_id) REFERENCES unit_migration.migration(id) ON DELETE CASCADE,
  constraint rule_migration_id_to_unit_id_fkey FOREIGN KEY (migration_id, to_unit_id) REFERENCES unit_migration.migration_unit(migration_id, unit_id) ON DELETE CASCADE,
  constraint rule_pkey PRIMARY KEY (id)
);

create table watchlists.entry (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  case_file_id bigint not null,
  watchlist_id bigint,
  observation text default ''::text not null,
  added_at timestamp with time zone not null,
  added_by bigint not null,
  changed_at timestamp with time zone not null,
  constraint entry_added_by_fkey FOREIGN KEY (added_by) REFERENCES identity.account(id),
  constraint entry_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint entry_observation_check CHECK ((length(observation) <= 500)),
  constraint entry_pkey PRIMARY KEY (id),
  constraint entry_unit_id_case_file_id_watchlist_id_key UNIQUE NULLS NOT DISTINCT (unit_id, case_file_id, watchlist_id),
  constraint entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id),
  constraint entry_watchlist_id_unit_id_fkey FOREIGN KEY (watchlist_id, unit_id) REFERENCES watchlists.watchlist(id, unit_id)
);

create table watchlists.favourite (
  id bigint generated always as identity not null,
  account_id bigint not null,
  case_file_id bigint not null,
  document_id bigint,
  group_name text default ''::text not null,
  added_at timestamp with time zone not null,
  constraint favourite_account_id_case_file_id_document_id_key UNIQUE NULLS NOT DISTINCT (account_id, case_file_id, document_id),
  constraint favourite_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint favourite_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint favourite_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint favourite_group_name_check CHECK ((length(group_name) <= 60)),
  constraint favourite_pkey PRIMARY KEY (id)
);

create table watchlists.label (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  colour text not null,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  deactivated_at timestamp with time zone,
  constraint label_colour_check CHECK (((colour ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(colour) <= 30))),
  constraint label_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint label_id_unit_id_key UNIQUE (id, unit_id),
  constraint label_name_check CHECK (((length(name) >= 1) AND (length(name) <= 50))),
  constraint label_pkey PRIMARY KEY (id),
  constraint label_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table watchlists.labelling (
  label_id bigint not null,
  unit_id bigint not null,
  case_file_id bigint not null,
  text text default ''::text not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint labelling_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint labelling_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint labelling_label_id_unit_id_fkey FOREIGN KEY (label_id, unit_id) REFERENCES watchlists.label(id, unit_id),
  constraint labelling_pkey PRIMARY KEY (label_id, case_file_id),
  constraint labelling_text_check CHECK ((length(text) <= 500))
);

create table watchlists.labelling_event (
  id bigint generated always as identity not null,
  label_id bigint not null,
  unit_id bigint not null,
  case_file_id bigint not null,
  kind text not null,
  text text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  constraint labelling_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint labelling_event_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint labelling_event_kind_check CHECK ((kind = ANY (ARRAY['included'::text, 'changed'::text, 'removed'::text]))),
  constraint labelling_event_label_id_unit_id_fkey FOREIGN KEY (label_id, unit_id) REFERENCES watchlists.label(id, unit_id),
  constraint labelling_event_pkey PRIMARY KEY (id),
  constraint labelling_event_text_check CHECK ((length(text) <= 500))
);

create table watchlists.note (
  case_file_id bigint not null,
  unit_id bigint not null,
  account_id bigint,
  text text not null,
  priority boolean not null,
  changed_at timestamp with time zone not null,
  changed_by bigint not null,
  constraint note_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint note_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint note_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES identity.account(id),
  constraint note_check CHECK (((account_id IS NULL) OR (account_id = changed_by))),
  constraint note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500))),
  constraint note_unit_id_case_file_id_account_id_key UNIQUE NULLS NOT DISTINCT (unit_id, case_file_id, account_id),
  constraint note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table watchlists.watchlist (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  name text not null,
  constraint watchlist_id_unit_id_key UNIQUE (id, unit_id),
  constraint watchlist_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint watchlist_pkey PRIMARY KEY (id),
  constraint watchlist_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table work_plans.association (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  plan_id bigint not null,
  since timestamp with time zone not null,
  set_by bigint not null,
  unit_id bigint not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint association_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint association_check CHECK ((ended_at >= since)),
  constraint association_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint association_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES identity.account(id),
  constraint association_pkey PRIMARY KEY (id),
  constraint association_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES work_plans.plan(id),
  constraint association_set_by_fkey FOREIGN KEY (set_by) REFERENCES identity.account(id),
  constraint association_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table work_plans.case_type_default (
  case_type_id bigint not null,
  plan_id bigint not null,
  constraint case_type_default_case_type_id_fkey FOREIGN KEY (case_type_id) REFERENCES classification.case_type(id),
  constraint case_type_default_pkey PRIMARY KEY (case_type_id),
  constraint case_type_default_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES work_plans.plan(id)
);

create table work_plans.change (
  id bigint generated always as identity not null,
  case_file_id bigint not null,
  association_id bigint not null,
  kind text not null,
  item_id bigint,
  state text,
  document_id bigint,
  note text default ''::text not null,
  at timestamp with time zone not null,
  account_id bigint not null,
  unit_id bigint not null,
  constraint change_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint change_association_id_fkey FOREIGN KEY (association_id) REFERENCES work_plans.association(id),
  constraint change_case_file_id_fkey FOREIGN KEY (case_file_id) REFERENCES cases.case_file(id),
  constraint change_check CHECK (((item_id IS NOT NULL) = (kind = ANY (ARRAY['state'::text, 'document-in'::text, 'document-out'::text])))),
  constraint change_check1 CHECK (((state IS NOT NULL) = (kind = 'state'::text))),
  constraint change_check2 CHECK (((document_id IS NOT NULL) = (kind = ANY (ARRAY['document-in'::text, 'document-out'::text])))),
  constraint change_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint change_item_id_fkey FOREIGN KEY (item_id) REFERENCES work_plans.item(id),
  constraint change_kind_check CHECK ((kind = ANY (ARRAY['set'::text, 'taken-with-type'::text, 'removed'::text, 'state'::text, 'document-in'::text, 'document-out'::text]))),
  constraint change_note_check CHECK ((length(note) <= 500)),
  constraint change_pkey PRIMARY KEY (id),
  constraint change_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organization.unit(id)
);

create table work_plans.item (
  id bigint generated always as identity not null,
  step_id bigint not null,
  name text not null,
  position integer not null,
  days integer,
  deactivated_at timestamp with time zone,
  constraint item_days_check CHECK (((days >= 1) AND (days <= 1000))),
  constraint item_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint item_pkey PRIMARY KEY (id),
  constraint item_position_check CHECK ((("position" >= 0) AND ("position" <= 9999))),
  constraint item_step_id_fkey FOREIGN KEY (step_id) REFERENCES work_plans.step(id)
);

create table work_plans.item_document (
  association_id bigint not null,
  item_id bigint not null,
  document_id bigint not null,
  constraint item_document_association_id_fkey FOREIGN KEY (association_id) REFERENCES work_plans.association(id),
  constraint item_document_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint item_document_item_id_fkey FOREIGN KEY (item_id) REFERENCES work_plans.item(id),
  constraint item_document_pkey PRIMARY KEY (association_id, item_id, document_id)
);

create table work_plans.item_document_type (
  item_id bigint not null,
  document_type_id bigint not null,
  constraint item_document_type_document_type_id_fkey FOREIGN KEY (document_type_id) REFERENCES classification.document_type(id),
  constraint item_document_type_item_id_fkey FOREIGN KEY (item_id) REFERENCES work_plans.item(id),
  constraint item_document_type_pkey PRIMARY KEY (item_id, document_type_id)
);

create table work_plans.plan (
  id bigint generated always as identity not null,
  name text not null,
  description text default ''::text not null,
  valid_from date,
  valid_until date,
  created_at timestamp with time zone not null,
  created_by bigint not null,
  deactivated_at timestamp with time zone,
  constraint plan_check CHECK ((valid_until >= valid_from)),
  constraint plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES identity.account(id),
  constraint plan_description_check CHECK ((length(description) <= 1000)),
  constraint plan_name_check CHECK (((length(name) >= 1) AND (length(name) <= 150))),
  constraint plan_pkey PRIMARY KEY (id)
);

create table work_plans.progress (
  association_id bigint not null,
  item_id bigint not null,
  state text not null,
  constraint progress_association_id_fkey FOREIGN KEY (association_id) REFERENCES work_plans.association(id),
  constraint progress_item_id_fkey FOREIGN KEY (item_id) REFERENCES work_plans.item(id),
  constraint progress_pkey PRIMARY KEY (association_id, item_id),
  constraint progress_state_check CHECK ((state = ANY (ARRAY['under-way'::text, 'paused'::text, 'finished'::text, 'problem'::text, 'not-applicable'::text, 'disregarded'::text])))
);

create table work_plans.step (
  id bigint generated always as identity not null,
  plan_id bigint not null,
  name text not null,
  position integer not null,
  deactivated_at timestamp with time zone,
  constraint step_name_check CHECK (((length(name) >= 1) AND (length(name) <= 150))),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES work_plans.plan(id),
  constraint step_position_check CHECK ((("position" >= 0) AND ("position" <= 9999)))
);

CREATE INDEX commitment_of_case ON agenda.commitment USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX commitment_of_office ON agenda.commitment USING gist (office_id, during);

CREATE INDEX commitment_of_person ON agenda.commitment USING gist (account_id, during) WHERE (account_id IS NOT NULL);

CREATE INDEX commitment_of_request ON agenda.commitment USING btree (lower(during)) WHERE (request_id IS NOT NULL);

CREATE INDEX commitment_to_publish ON agenda.commitment USING btree (office_id, lower(during)) WHERE (published_at IS NULL);

CREATE UNIQUE INDEX one_naming ON agenda.keeper USING btree (office_id, account_id) WHERE (ended_at IS NULL);

CREATE INDEX request_decided ON agenda.request USING btree (office_id, id DESC) WHERE (decided_at IS NOT NULL);

CREATE INDEX request_of_case ON agenda.request USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX request_open ON agenda.request USING btree (office_id, id) WHERE (decided_at IS NULL);

CREATE INDEX file_removal_to_do ON archive.file_removal USING btree (state, since);

CREATE INDEX filing_by_unit ON archive.filing USING btree (unit_id, concluded_on, id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX in_one_listing ON archive.listing_item USING btree (case_file_id) WHERE (state <> 'withdrawn'::text);

CREATE INDEX listing_by_agency ON archive.listing USING btree (agency_id, id DESC);

CREATE UNIQUE INDEX one_fact_of_a_name ON archive.term_event USING btree (case_file_id, name) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX one_open_filing ON archive.filing USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_open_hold ON archive.hold USING btree (case_file_id) WHERE (lifted_at IS NULL);

CREATE INDEX waiting_by_unit ON archive.waiting USING btree (unit_id, concluded_at, case_file_id);

CREATE INDEX bundle_by_age ON auditing.bundle USING btree (category, last_at, id);

CREATE INDEX bundle_by_end ON auditing.bundle USING btree (to_tx);

CREATE INDEX bundle_by_tx ON auditing.bundle USING btree (tx);

CREATE INDEX entry_by_account ON auditing.entry USING btree (account_id, at, id);

CREATE INDEX entry_by_case_file ON auditing.entry USING btree (case_file_id, at, id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX entry_by_contact ON auditing.entry USING btree (contact_id, at, id) WHERE (contact_id IS NOT NULL);

CREATE INDEX entry_by_document ON auditing.entry USING btree (document_id, at, id) WHERE (document_id IS NOT NULL);

CREATE INDEX entry_by_ip ON auditing.entry USING btree (ip, at, id);

CREATE INDEX entry_by_resource ON auditing.entry USING btree (resource, at, id);

CREATE INDEX entry_by_time ON auditing.entry USING btree (at, id);

CREATE INDEX entry_by_tx ON auditing.entry USING btree (tx, id);

CREATE INDEX entry_by_unit ON auditing.entry USING btree (unit_id, at, id);

CREATE INDEX log_line_by_level ON auditing.log_line USING btree (level, at, id);

CREATE INDEX log_line_by_time ON auditing.log_line USING btree (at, id);

CREATE INDEX removal_by_tx ON auditing.removal USING btree (tx);

CREATE INDEX removal_of_bundles ON auditing.removal USING gin (bundle_ids);

CREATE INDEX rule_change_by_rule ON auditing.rule_change USING btree (rule_id, id DESC);

CREATE INDEX term_in_force ON auditing.term USING btree (category, decided_at DESC, id DESC) WHERE is_granted;

CREATE INDEX term_newest ON auditing.term USING btree (decided_at DESC, id DESC);

CREATE UNIQUE INDEX term_one_open ON auditing.term USING btree (category) WHERE (decided_at IS NULL);

CREATE INDEX availability_by_bundle ON bundles.availability USING btree (bundle_id, id);

CREATE INDEX availability_by_unit ON bundles.availability USING btree (unit_id, bundle_id) WHERE ((ended_at IS NULL) AND (begun_at IS NOT NULL));

CREATE INDEX availability_lately ON bundles.availability USING btree (begun_at) WHERE ((ended_at IS NULL) AND (begun_at IS NOT NULL));

CREATE INDEX availability_open_by_unit ON bundles.availability USING btree (unit_id) WHERE (ended_at IS NULL);

CREATE INDEX availability_returned_by_unit ON bundles.availability USING btree (unit_id, bundle_id) WHERE (ending = 'returned'::text);

CREATE INDEX bundle_by_unit ON bundles.bundle USING btree (unit_id, kind, number DESC);

CREATE UNIQUE INDEX bundle_group_name ON bundles.bundle_group USING btree (unit_id, platform.plain(lower(name)));

CREATE INDEX destination_by_unit ON bundles.destination USING btree (unit_id);

CREATE INDEX filing_by_group ON bundles.filing USING btree (group_id) WHERE (group_id IS NOT NULL);

CREATE INDEX filing_by_person ON bundles.filing USING btree (assigned_to, unit_id) WHERE (assigned_to IS NOT NULL);

CREATE INDEX filing_lately ON bundles.filing USING btree (at) WHERE (assigned_to IS NOT NULL);

CREATE INDEX item_by_case ON bundles.item USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX item_by_document ON bundles.item USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE UNIQUE INDEX one_open_availability ON bundles.availability USING btree (bundle_id, unit_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_request_open_by_name ON case_type_requests.request USING btree (lower(name)) WHERE (state = 'analysis'::text);

CREATE INDEX request_lately ON case_type_requests.request USING btree (answered_at) WHERE (answered_at IS NOT NULL);

CREATE INDEX request_of_agency ON case_type_requests.request USING btree (agency_id, state, due_on, id);

CREATE INDEX request_of_analysis ON case_type_requests.request USING btree (analysing_unit_id, state, due_on, id);

CREATE INDEX annexation_principal ON cases.annexation USING btree (principal_id) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX annexed_once ON cases.annexation USING btree (annexed_id) WHERE (undone_at IS NULL);

CREATE INDEX case_file_by_agency ON cases.case_file USING btree (agency_id, case_type_id, opened_at);

CREATE INDEX case_file_by_type ON cases.case_file USING btree (case_type_id, opened_at DESC);

CREATE INDEX case_file_by_unit ON cases.case_file USING btree (unit_id, opened_at DESC);

CREATE INDEX case_file_confidential ON cases.case_file USING btree (id) WHERE ((effective_level = 'confidential'::text) AND (state <> 'deleted'::text));

CREATE INDEX case_file_newest_public ON cases.case_file USING btree (opened_at DESC) WHERE ((effective_level = 'public'::text) AND (state <> 'deleted'::text));

CREATE INDEX credential_by_account ON cases.credential USING btree (account_id, unit_id) WHERE (ended_at IS NULL);

CREATE INDEX credential_by_case ON cases.credential USING btree (case_file_id, granted_at);

CREATE INDEX credential_by_unit ON cases.credential USING btree (unit_id, case_file_id);

CREATE INDEX credential_in_force_by_unit ON cases.credential USING btree (unit_id) WHERE (ended_at IS NULL);

CREATE INDEX desk ON cases.holding USING btree (unit_id, opened_at DESC, case_file_id DESC) INCLUDE (id, origin, received_at, assigned_to, case_type_id, confidential) WHERE ((closed_at IS NULL) AND (NOT suspended));

CREATE INDEX desk_assigned ON cases.holding USING btree (assigned_to, unit_id, case_file_id) INCLUDE (confidential) WHERE ((closed_at IS NULL) AND (NOT suspended) AND (assigned_to IS NOT NULL));

CREATE INDEX desk_by_type ON cases.holding USING btree (unit_id, case_type_id) WHERE ((closed_at IS NULL) AND (NOT suspended) AND (NOT confidential));

CREATE INDEX desk_confidential ON cases.holding USING btree (unit_id, case_file_id) WHERE ((closed_at IS NULL) AND (NOT suspended) AND confidential);

CREATE INDEX desk_tally_by_unit ON cases.desk_tally USING btree (unit_id, case_type_id) INCLUDE (change);

CREATE INDEX desk_unreceived ON cases.holding USING btree (unit_id, case_file_id) INCLUDE (confidential) WHERE ((closed_at IS NULL) AND (NOT suspended) AND (received_at IS NULL));

CREATE INDEX holding_by_case ON cases.holding USING btree (case_file_id, opened_at);

CREATE INDEX interested_party_by_contact ON cases.interested_party USING btree (contact_id);

CREATE INDEX observation_by_unit ON cases.observation USING btree (unit_id);

CREATE UNIQUE INDEX one_active_credential ON cases.credential USING btree (case_file_id, account_id, unit_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_open_archiving ON cases.archiving USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_open_blocking ON cases.blocking USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_open_holding_per_unit ON cases.holding USING btree (case_file_id, unit_id) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX one_open_reading ON cases.temporary_reading USING btree (case_file_id, unit_id, reason, source) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_open_suspension ON cases.suspension USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_relation ON cases.relation USING btree (LEAST(case_file_id, other_id), GREATEST(case_file_id, other_id)) WHERE (ended_at IS NULL);

CREATE INDEX passage_by_unit ON cases.passage USING btree (unit_id, case_file_id);

CREATE INDEX reading_by_source ON cases.temporary_reading USING btree (reason, source) WHERE (until IS NULL);

CREATE INDEX register_confirmation_by_age ON cases.register_confirmation USING btree (until);

CREATE INDEX relation_from ON cases.relation USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE INDEX relation_other ON cases.relation USING btree (other_id) WHERE (ended_at IS NULL);

CREATE INDEX stay_by_end ON cases.holding USING btree (closed_at) INCLUDE (case_file_id) WHERE (closed_at IS NOT NULL);

CREATE INDEX stay_by_unit ON cases.holding USING btree (unit_id, COALESCE(closed_at, 'infinity'::timestamp with time zone), opened_at) INCLUDE (case_file_id);

CREATE INDEX suspension_by_linked ON cases.suspension USING btree (linked_case_file_id) WHERE ((ended_at IS NULL) AND (linked_case_file_id IS NOT NULL));

CREATE INDEX suspension_by_unit ON cases.suspension USING btree (unit_id, started_at DESC) WHERE (ended_at IS NULL);

CREATE INDEX suspension_ended ON cases.suspension USING btree (case_file_id, ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX suspension_waiting_for ON cases.suspension USING btree (linked_case_file_id) WHERE ((ended_at IS NULL) AND (linked_case_file_id IS NOT NULL));

CREATE UNIQUE INDEX checkpoint_name ON checkpoints.checkpoint USING btree (unit_id, lower(name));

CREATE INDEX standing_by_checkpoint ON checkpoints.standing USING btree (checkpoint_id, since);

CREATE INDEX step_by_case ON checkpoints.step USING btree (case_file_id, unit_id, id DESC);

CREATE INDEX class_mapping_to ON classification.class_mapping USING btree (to_class_id);

CREATE INDEX counter_adjustment_by_type ON classification.counter_adjustment USING btree (document_type_id, at DESC);

CREATE UNIQUE INDEX one_class_table_in_force ON classification.class_table USING btree ((true)) WHERE ((activated_at IS NOT NULL) AND (retired_at IS NULL));

CREATE INDEX deadline_of_case ON deadlines.deadline USING btree (case_file_id, unit_id, due_on, id) WHERE (deleted_at IS NULL);

CREATE INDEX deadline_of_unit ON deadlines.deadline USING btree (unit_id, due_on, id) WHERE (deleted_at IS NULL);

CREATE INDEX deadline_open ON deadlines.deadline USING btree (unit_id, due_on, id) WHERE ((deleted_at IS NULL) AND (concluded_at IS NULL));

CREATE INDEX deadline_to_remind ON deadlines.deadline USING btree (due_on, id) WHERE ((deleted_at IS NULL) AND (concluded_at IS NULL));

CREATE INDEX reminder_of_movement ON deadlines.reminder USING btree (movement_id) WHERE (movement_id IS NOT NULL);

CREATE INDEX demand_answered ON demands.demand USING btree (unit_id, answered_on DESC) WHERE (answered_on IS NOT NULL);

CREATE INDEX demand_of_case ON demands.demand USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX demand_open ON demands.demand USING btree (unit_id, due_on) WHERE (answered_on IS NULL);

CREATE INDEX extension_of_demand ON demands.extension USING btree (demand_id, id);

CREATE UNIQUE INDEX one_extension_asked_at_a_time ON demands.extension USING btree (demand_id) WHERE (decided_on IS NULL);

CREATE UNIQUE INDEX one_open_question_to_a_sector ON demands.sector USING btree (demand_id, unit_id) WHERE (returned_on IS NULL);

CREATE INDEX sector_due ON demands.sector USING btree (unit_id, due_on) WHERE (returned_on IS NULL);

CREATE INDEX sector_of_demand ON demands.sector USING btree (demand_id, id);

CREATE INDEX sector_of_unit ON demands.sector USING btree (unit_id, demand_id);

CREATE INDEX co_signing_by_source ON documents.co_signing USING btree (source) WHERE (until IS NULL);

CREATE INDEX co_signing_by_unit ON documents.co_signing USING btree (unit_id, document_id) WHERE (until IS NULL);

CREATE INDEX co_signing_of_case ON documents.co_signing USING btree (case_file_id, unit_id) WHERE (until IS NULL);

CREATE INDEX document_by_unit ON documents.document USING btree (unit_id, created_at DESC);

CREATE INDEX document_in_tree ON documents.document USING btree (case_file_id, "position", id);

CREATE INDEX draft_by_unit ON documents.document USING btree (unit_id, case_file_id) WHERE ((kind = 'authored'::text) AND (signature_count = 0) AND (state = 'active'::text));

CREATE INDEX elimination_by_case ON documents.elimination USING btree (case_file_id);

CREATE INDEX file_by_hash ON documents.file USING btree (sha256);

CREATE INDEX file_by_tx ON documents.file USING btree (tx);

CREATE INDEX form_answer_values ON documents.form_answer USING gin (answers jsonb_path_ops);

CREATE INDEX image_by_hash ON documents.image USING btree (sha256);

CREATE INDEX image_by_tx ON documents.image USING btree (tx);

CREATE INDEX move_by_document ON documents.move USING btree (document_id);

CREATE UNIQUE INDEX one_current_file ON documents.file USING btree (document_id) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX one_open_co_signing ON documents.co_signing USING btree (document_id, unit_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_review_reading ON documents.review_reader USING btree (document_id, account_id, unit_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX one_signature_credential ON documents.signature_credential USING btree (document_id, account_id, unit_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_striping ON documents.striping USING btree (document_id, account_id, unit_id) WHERE (state <> 'included'::text);

CREATE INDEX redaction_by_original ON documents.redaction USING btree (original_id, document_id);

CREATE INDEX removal_by_unit ON documents.removal USING btree (unit_id, at DESC) WHERE (kind = 'deleted'::text);

CREATE INDEX scan_waiting ON documents.extracted_text USING btree (extracted_at, document_id) WHERE (next_page IS NOT NULL);

CREATE INDEX signature_credential_by_document ON documents.signature_credential USING btree (document_id, granted_at);

CREATE INDEX signature_credential_by_holder ON documents.signature_credential USING btree (account_id, unit_id) WHERE (ended_at IS NULL);

CREATE INDEX signature_credential_by_unit ON documents.signature_credential USING btree (unit_id) WHERE (ended_at IS NULL);

CREATE INDEX stripe_by_striping ON documents.stripe USING btree (striping_id, page, id);

CREATE INDEX striping_by_age ON documents.striping USING btree (changed_at) WHERE (state <> 'included'::text);

CREATE INDEX striping_by_made ON documents.striping USING btree (made_sha256);

CREATE INDEX version_by_tx ON documents.version USING btree (tx);

CREATE INDEX waiting_file_by_age ON documents.waiting_file USING btree (received_at);

CREATE INDEX waiting_file_by_owner ON documents.waiting_file USING btree (account_id, case_file_id);

CREATE INDEX group_of_agency ON groups.recipient_group USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX group_of_all ON groups.recipient_group USING btree (kind, name) WHERE (scope = 'installation'::text);

CREATE INDEX group_of_person ON groups.recipient_group USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX group_of_unit ON groups.recipient_group USING btree (unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX attachment_by_hash ON guides.attachment USING btree (sha256);

CREATE INDEX attachment_by_version ON guides.attachment USING btree (version_id);

CREATE INDEX guide_by_unit ON guides.guide USING btree (unit_id) WHERE (deleted_at IS NULL);

CREATE UNIQUE INDEX one_released_version ON guides.version USING btree (guide_id) WHERE (state = 'released'::text);

CREATE UNIQUE INDEX one_version_in_the_making ON guides.version USING btree (guide_id) WHERE (state = 'drafting'::text);

CREATE INDEX version_type_by_version ON guides.version_type USING btree (version_id);

CREATE INDEX version_words ON guides.version USING gin (words);

CREATE INDEX deed_by_unit ON history.event USING btree (unit_id, at, id);

CREATE INDEX event_by_case ON history.event USING btree (case_file_id, id DESC);

CREATE INDEX event_by_tx ON history.event USING btree (tx, id);

CREATE INDEX event_of_signing ON history.event USING btree (document_id) WHERE (kind = ANY (ARRAY['document-signed'::text, 'copy-certified'::text]));

CREATE UNIQUE INDEX seal_by_end ON history.seal USING btree (to_tx);

CREATE INDEX account_by_cpf ON identity.account USING btree (cpf) WHERE (cpf IS NOT NULL);

CREATE INDEX account_by_email ON identity.account USING btree (lower(email)) WHERE (email <> ''::text);

CREATE INDEX account_by_login ON identity.account USING btree (login);

CREATE UNIQUE INDEX account_cpf ON identity.account USING btree (agency_id, cpf) WHERE (cpf IS NOT NULL);

CREATE INDEX account_name_words ON identity.account USING gin (platform.plain(lower(((COALESCE(social_name, name) || ' '::text) || login))) gin_trgm_ops);

CREATE INDEX assignment_by_account ON identity.assignment USING btree (account_id);

CREATE INDEX assignment_by_agency ON identity.assignment USING btree (agency_id) WHERE (agency_id IS NOT NULL);

CREATE INDEX assignment_by_profile ON identity.assignment USING btree (profile_id);

CREATE INDEX assignment_by_unit ON identity.assignment USING btree (unit_id);

CREATE INDEX one_time_link_by_account ON identity.one_time_link USING btree (account_id, created_at DESC);

CREATE INDEX outside_arrival_by_end ON identity.outside_arrival USING btree (expires_at);

CREATE INDEX outside_visit_by_end ON identity.outside_visit USING btree (expires_at);

CREATE INDEX session_by_account ON identity.session USING btree (account_id, created_at DESC);

CREATE INDEX sign_in_attempt_by_ip ON identity.sign_in_attempt USING btree (ip, at DESC);

CREATE INDEX sign_in_attempt_by_login ON identity.sign_in_attempt USING btree (login, at DESC);

CREATE INDEX substitution_by_office ON identity.substitution USING btree (office_id);

CREATE INDEX substitution_by_substitute ON identity.substitution USING btree (substitute_id);

CREATE INDEX substitution_by_tenure ON identity.substitution USING btree (tenure_id);

CREATE INDEX tenure_by_account ON identity.tenure USING btree (account_id);

CREATE INDEX batch_by_unit ON issuing.batch USING btree (unit_id, id DESC);

CREATE INDEX email_attachment_by_hash ON issuing.email_attachment USING btree (sha256);

CREATE UNIQUE INDEX recipient_once ON issuing.email_recipient USING btree (document_id, lower(address));

CREATE INDEX distribution_by_text ON knowledge.distribution USING btree (text_id);

CREATE INDEX favourite_by_group ON knowledge.favourite USING btree (group_id);

CREATE UNIQUE INDEX favourite_once ON knowledge.favourite USING btree (unit_id, standard_text_id, institutional_text_id, document_id) NULLS NOT DISTINCT;

CREATE INDEX institutional_text_by_owner ON knowledge.institutional_text USING btree (owner_agency_id, owner_unit_id);

CREATE INDEX institutional_text_everywhere ON knowledge.institutional_text USING btree (id) WHERE ((withdrawn_at IS NULL) AND (scope = 'installation'::text));

CREATE UNIQUE INDEX institutional_text_name ON knowledge.institutional_text USING btree (owner_unit_id, name) WHERE (withdrawn_at IS NULL);

CREATE INDEX institutional_text_of_agency ON knowledge.institutional_text USING btree (agency_id) WHERE ((withdrawn_at IS NULL) AND (scope = 'agency'::text));

CREATE UNIQUE INDEX standard_text_name ON knowledge.standard_text USING btree (unit_id, name) WHERE (deleted_at IS NULL);

CREATE INDEX attachment_by_hash ON mail.attachment USING btree (sha256);

CREATE INDEX message_by_age ON mail.message USING btree (created_at DESC);

CREATE INDEX message_unsent ON mail.message USING btree (state) WHERE (state <> 'sent'::text);

CREATE INDEX charge_by_document ON mailroom.charge USING btree (document_id);

CREATE INDEX closed_day_newest ON mailroom.closed_day USING btree (unit_id, id DESC);

CREATE INDEX closed_line_of_case ON mailroom.closed_line USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX entry_by_day ON mailroom.entry USING btree (unit_id, received_at);

CREATE INDEX entry_of_case ON mailroom.entry USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX entry_open ON mailroom.entry USING btree (unit_id, received_at) WHERE (settled_at IS NULL);

CREATE INDEX entry_settled ON mailroom.entry USING btree (unit_id, settled_at) WHERE (settled_at IS NOT NULL);

CREATE INDEX entry_step_by_entry ON mailroom.entry_step USING btree (entry_id, id DESC);

CREATE UNIQUE INDEX item_in_one_open_slip ON mailroom.slip_item USING btree (unit_id, reference_key) WHERE (outcome IS NULL);

CREATE INDEX letter_asked_and_delivered ON mailroom.letter USING btree (unit_id, delivered_on) WHERE (delivered_on IS NOT NULL);

CREATE INDEX letter_asked_and_out ON mailroom.letter USING btree (unit_id, posted_on) WHERE (step = ANY (ARRAY['posted'::text, 'in-transit'::text, 'delivered'::text, 'lost'::text]));

CREATE INDEX letter_attachment_by_document ON mailroom.letter_attachment USING btree (document_id);

CREATE INDEX letter_delivered ON mailroom.letter USING btree (expedition_unit_id, delivered_on) WHERE (delivered_on IS NOT NULL);

CREATE INDEX letter_of_document ON mailroom.letter USING btree (document_id);

CREATE INDEX letter_of_unit ON mailroom.letter USING btree (unit_id, id DESC);

CREATE INDEX letter_on_list ON mailroom.letter USING btree (posting_list_id) WHERE (posting_list_id IS NOT NULL);

CREATE INDEX letter_out ON mailroom.letter USING btree (expedition_unit_id, posted_on) WHERE (step = ANY (ARRAY['posted'::text, 'in-transit'::text, 'delivered'::text, 'lost'::text]));

CREATE INDEX letter_step_by_letter ON mailroom.letter_step USING btree (letter_id, id);

CREATE INDEX letter_to_prepare ON mailroom.letter USING btree (expedition_unit_id, id) WHERE (step = 'requested'::text);

CREATE INDEX posting_list_of_unit ON mailroom.posting_list USING btree (unit_id, id DESC);

CREATE INDEX slip_for_unit ON mailroom.slip USING btree (to_unit_id, id DESC) WHERE (to_unit_id IS NOT NULL);

CREATE INDEX slip_item_of_case ON mailroom.slip_item USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX slip_of_unit ON mailroom.slip USING btree (unit_id, id DESC);

CREATE INDEX stray_return_open ON mailroom.stray_return USING btree (unit_id, id DESC) WHERE (settled_at IS NULL);

CREATE INDEX notice_newest ON notices.notice USING btree (account_id, at DESC, id DESC);

CREATE INDEX notice_oldest ON notices.notice USING btree (at);

CREATE INDEX notice_to_send ON notices.notice USING btree (mail, account_id) WHERE (mail = ANY (ARRAY['at-once'::text, 'daily'::text]));

CREATE INDEX notice_unread ON notices.notice USING btree (account_id) WHERE (read_at IS NULL);

CREATE INDEX damage_newest ON operations.damage USING btree (found_at DESC, what);

CREATE INDEX damage_of_portion ON operations.damage USING btree (portion, seen_at);

CREATE INDEX scrub_by_portion ON operations.scrub USING btree (portion, id DESC);

CREATE INDEX scrub_oldest ON operations.scrub USING btree (began_at);

CREATE INDEX placement_by_parent ON organization.placement USING btree (parent_id);

CREATE INDEX register_change_of_record ON organization.register_change USING btree (register, record_id, id DESC);

CREATE UNIQUE INDEX succession_takes_rest ON organization.succession USING btree (predecessor_id) WHERE takes_rest;

CREATE INDEX unit_name_words ON organization.unit USING gin (platform.plain(lower(((acronym || ' '::text) || name))) gin_trgm_ops);

CREATE INDEX document_pdf_by_age ON output.document_pdf USING btree (used_at);

CREATE INDEX document_pdf_by_file ON output.document_pdf USING btree (sha256);

CREATE INDEX export_by_account ON output.export USING btree (account_id, unit_id, asked_at DESC);

CREATE INDEX export_by_age ON output.export USING btree (asked_at);

CREATE INDEX export_by_file ON output.export USING btree (sha256) WHERE (sha256 IS NOT NULL);

CREATE INDEX export_unfinished ON output.export USING btree (account_id) WHERE (state = ANY (ARRAY['queued'::text, 'working'::text]));

CREATE INDEX contact_by_name ON people.contact USING btree (platform.plain(lower(name)), id);

CREATE UNIQUE INDEX contact_cnpj ON people.contact USING btree (cnpj) WHERE (cnpj IS NOT NULL);

CREATE UNIQUE INDEX contact_cpf ON people.contact USING btree (cpf) WHERE (cpf IS NOT NULL);

CREATE INDEX contact_in_use ON people.contact USING btree (platform.plain(lower(name)), id) WHERE (deactivated_at IS NULL);

CREATE INDEX contact_name_words ON people.contact USING gin (platform.plain(lower(name)) gin_trgm_ops);

CREATE INDEX contact_out_of_use ON people.contact USING btree (platform.plain(lower(name)), id) WHERE (deactivated_at IS NOT NULL);

CREATE INDEX act_result_age ON platform.act_result USING btree (at);

CREATE INDEX answered_request_age ON platform.answered_request USING btree (asked_at);

CREATE INDEX import_newest ON printing.import USING btree (agency_id, imported_at DESC);

CREATE INDEX job_by_import ON printing.job USING btree (import_id);

CREATE INDEX job_by_month ON printing.job USING btree (agency_id, printed_at);

CREATE INDEX made_pdf_by_account ON printing.made_pdf USING btree (account_id, at);

CREATE INDEX activity_of_case ON projects.activity USING btree (case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE INDEX activity_of_project ON projects.activity USING btree (project_id, planned_from, planned_until, id);

CREATE INDEX dependency_of_after ON projects.dependency USING btree (project_id, after_id);

CREATE INDEX participating_unit_of_unit ON projects.participating_unit USING btree (unit_id, project_id);

CREATE INDEX comparison_of_publication ON publishing.comparison USING btree (publication_id, id);

CREATE UNIQUE INDEX one_bulletin ON publishing.vehicle USING btree (COALESCE(agency_id, (0)::bigint)) WHERE ((kind = 'internal'::text) AND (deactivated_at IS NULL));

CREATE UNIQUE INDEX one_publication ON publishing.publication USING btree (document_id) WHERE (state <> ALL (ARRAY['rejected'::text, 'cancelled'::text]));

CREATE INDEX publication_by_month ON publishing.publication USING btree (created_at, unit_id);

CREATE INDEX publication_by_unit ON publishing.publication USING btree (unit_id, id DESC);

CREATE INDEX publication_due ON publishing.publication USING btree (published_from) WHERE ((state = 'scheduled'::text) AND (published_from IS NOT NULL));

CREATE INDEX publication_of_document ON publishing.publication USING btree (document_id, id);

CREATE INDEX publication_of_vehicle ON publishing.publication USING btree (vehicle_id, state);

CREATE INDEX publication_on_its_way ON publishing.publication USING btree (vehicle_id, id) WHERE (state = ANY (ARRAY['to-send'::text, 'approved'::text, 'sent'::text, 'received'::text, 'scheduled'::text]));

CREATE INDEX publication_shown ON publishing.publication USING btree (on_date DESC, id DESC) WHERE ((published_from IS NOT NULL) AND (state = ANY (ARRAY['scheduled'::text, 'published'::text])));

CREATE INDEX publication_words ON publishing.publication USING gin (words);

CREATE INDEX related_by_original ON publishing.related USING btree (original_id, document_id);

CREATE INDEX step_of_publication ON publishing.step USING btree (publication_id, id);

CREATE UNIQUE INDEX vehicle_acronym ON publishing.vehicle USING btree (COALESCE(agency_id, (0)::bigint), lower(acronym));

CREATE INDEX vehicle_type_by_type ON publishing.vehicle_type USING btree (document_type_id);

CREATE INDEX import_by_age ON register_import.import USING btree (asked_at);

CREATE INDEX import_of_account ON register_import.import USING btree (account_id, id DESC);

CREATE UNIQUE INDEX acknowledged_once_a_day ON remarks.acknowledgement USING btree (account_id, case_file_id, COALESCE(document_id, (0)::bigint), on_day);

CREATE INDEX acknowledgement_by_case ON remarks.acknowledgement USING btree (case_file_id, id) WHERE (document_id IS NULL);

CREATE INDEX acknowledgement_by_document ON remarks.acknowledgement USING btree (document_id, id) WHERE (document_id IS NOT NULL);

CREATE INDEX comment_by_case ON remarks.comment USING btree (case_file_id, id) WHERE (document_id IS NULL);

CREATE INDEX comment_by_document ON remarks.comment USING btree (document_id, id) WHERE (document_id IS NOT NULL);

CREATE INDEX answered_by_reviewer ON reviewing.request USING btree (reviewer_id, id) WHERE (state = ANY (ARRAY['approved'::text, 'returned'::text]));

CREATE INDEX answered_to_asker ON reviewing.request USING btree (asked_by, closed_at) WHERE (state = ANY (ARRAY['approved'::text, 'returned'::text]));

CREATE UNIQUE INDEX one_open_request ON reviewing.request USING btree (document_id, reviewer_id) WHERE (state = 'open'::text);

CREATE INDEX open_suggestion ON reviewing.thread USING btree (document_id) WHERE ((state = 'open'::text) AND (suggestion IS NOT NULL));

CREATE INDEX reply_by_thread ON reviewing.reply USING btree (thread_id, id);

CREATE INDEX request_asked_lately ON reviewing.request USING btree (asked_at) WHERE (state = 'open'::text);

CREATE INDEX request_by_asker ON reviewing.request USING btree (asked_by, id);

CREATE INDEX request_by_document ON reviewing.request USING btree (document_id, id);

CREATE INDEX request_by_reviewer ON reviewing.request USING btree (reviewer_id, id) WHERE (state = 'open'::text);

CREATE INDEX request_closed_lately ON reviewing.request USING btree (closed_at) WHERE (state = ANY (ARRAY['approved'::text, 'returned'::text, 'signed'::text]));

CREATE INDEX request_signed ON reviewing.request USING btree (reviewer_id, id) WHERE (state = 'signed'::text);

CREATE INDEX thread_by_document ON reviewing.thread USING btree (document_id, id);

CREATE INDEX movement_awaited_from ON routing.movement USING btree (from_unit_id, return_due, case_file_id) WHERE ((return_due IS NOT NULL) AND (returned_at IS NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_awaited_to ON routing.movement USING btree (to_unit_id, return_due, case_file_id) WHERE ((return_due IS NOT NULL) AND (returned_at IS NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_by_case ON routing.movement USING btree (case_file_id, id);

CREATE INDEX movement_due ON routing.movement USING btree (return_due) WHERE ((return_due IS NOT NULL) AND (returned_at IS NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_return_from ON routing.movement USING btree (from_unit_id, return_due DESC, id) WHERE ((return_due IS NOT NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_return_to ON routing.movement USING btree (to_unit_id, return_due DESC, id) WHERE ((return_due IS NOT NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_to_return ON routing.movement USING btree (to_unit_id, return_due) WHERE ((return_due IS NOT NULL) AND (returned_at IS NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_under_way_from ON routing.movement USING btree (from_unit_id) WHERE ((received_at IS NULL) AND (recalled_at IS NULL));

CREATE INDEX movement_under_way_to ON routing.movement USING btree (to_unit_id) WHERE ((received_at IS NULL) AND (recalled_at IS NULL));

CREATE UNIQUE INDEX one_scheduled_reopening ON routing.scheduled_reopening USING btree (case_file_id, unit_id) WHERE (ended_at IS NULL);

CREATE INDEX reopening_due ON routing.scheduled_reopening USING btree (due_on, id) WHERE (ended_at IS NULL);

CREATE INDEX reopening_of_unit ON routing.scheduled_reopening USING btree (unit_id, due_on, id) WHERE (ended_at IS NULL);

CREATE INDEX case_public_words ON search.case_text USING gin (public_words, labels) WITH (fastupdate=off);

CREATE INDEX case_words ON search.case_text USING gin (words, labels) WITH (fastupdate=off);

CREATE INDEX document_words ON search.document_text USING gin (words, labels) WITH (fastupdate=off);

CREATE INDEX pending_by_document ON search.pending USING btree (document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX pending_to_do ON search.pending USING btree (id) WHERE (problem IS NULL);

CREATE UNIQUE INDEX saved_search_name ON search.saved_search USING btree (account_id, lower(name));

CREATE INDEX attempt_by_account ON signatures.attempt USING btree (account_id, document_id);

CREATE INDEX attempt_by_document ON signatures.attempt USING btree (document_id);

CREATE INDEX attempt_by_end ON signatures.attempt USING btree (expires_at);

CREATE INDEX attempt_by_visit ON signatures.attempt USING btree (visit) WHERE (visit IS NOT NULL);

CREATE INDEX gov_br_visit_by_account ON signatures.gov_br_visit USING btree (account_id);

CREATE INDEX gov_br_visit_by_end ON signatures.gov_br_visit USING btree (expires_at);

CREATE INDEX signature_by_account ON signatures.signature USING btree (account_id, unit_id, id DESC);

CREATE INDEX signature_by_document ON signatures.signature USING btree (document_id, id);

CREATE INDEX signature_by_tx ON signatures.signature USING btree (tx);

CREATE INDEX signed_content_by_tx ON signatures.signed_content USING btree (tx);

CREATE UNIQUE INDEX signed_once_by_person ON signatures.signature USING btree (document_id, account_id, COALESCE(version, 0), COALESCE(file_id, (0)::bigint));

CREATE INDEX closed_unit_by_agency ON statistics.closed_unit USING btree (month, agency_id);

CREATE INDEX item_in_order ON unit_migration.item USING btree (migration_id, state, id);

CREATE UNIQUE INDEX item_of_case_file ON unit_migration.item USING btree (migration_id, case_file_id) WHERE (case_file_id IS NOT NULL);

CREATE UNIQUE INDEX item_of_unit ON unit_migration.item USING btree (migration_id, kind, from_unit_id) WHERE (case_file_id IS NULL);

CREATE INDEX migration_newest ON unit_migration.migration USING btree (id DESC);

CREATE INDEX migration_under_way ON unit_migration.migration USING btree (beat_at) WHERE (state = 'running'::text);

CREATE INDEX migration_unit_by_unit ON unit_migration.migration_unit USING btree (unit_id);

CREATE INDEX entry_by_watchlist ON watchlists.entry USING btree (watchlist_id);

CREATE INDEX entry_newest ON watchlists.entry USING btree (unit_id, added_at DESC, id DESC);

CREATE INDEX favourite_newest ON watchlists.favourite USING btree (account_id, added_at DESC, id DESC);

CREATE UNIQUE INDEX label_name ON watchlists.label USING btree (unit_id, lower(name));

CREATE INDEX labelling_by_case ON watchlists.labelling USING btree (unit_id, case_file_id);

CREATE INDEX labelling_event_by_case ON watchlists.labelling_event USING btree (case_file_id, unit_id, id DESC);

CREATE INDEX labelling_event_by_label ON watchlists.labelling_event USING btree (label_id);

CREATE UNIQUE INDEX watchlist_name ON watchlists.watchlist USING btree (unit_id, lower(name));

CREATE INDEX association_by_case ON work_plans.association USING btree (case_file_id, id DESC);

CREATE INDEX association_by_plan ON work_plans.association USING btree (plan_id) WHERE (ended_at IS NULL);

CREATE INDEX case_type_default_by_plan ON work_plans.case_type_default USING btree (plan_id);

CREATE INDEX change_by_case ON work_plans.change USING btree (case_file_id, id DESC);

CREATE INDEX item_document_by_document ON work_plans.item_document USING btree (document_id);

CREATE INDEX item_document_type_by_type ON work_plans.item_document_type USING btree (document_type_id);

CREATE UNIQUE INDEX item_name ON work_plans.item USING btree (step_id, lower(name));

CREATE UNIQUE INDEX one_plan_at_a_time ON work_plans.association USING btree (case_file_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX plan_name ON work_plans.plan USING btree (lower(name));

CREATE UNIQUE INDEX step_name ON work_plans.step USING btree (plan_id, lower(name));

create view documents.lawfully_eliminated as
 SELECT document_id,
    case_file_id,
    term,
    eliminated_at
   FROM documents.elimination e
  WHERE (EXISTS ( SELECT 1
           FROM history.event h
          WHERE ((h.case_file_id = e.case_file_id) AND (h.kind = 'case-eliminated'::text) AND ((h.facts ->> 'term'::text) = e.term))));;

create view statistics.deed as
 SELECT e.id,
    e.case_file_id,
    e.unit_id,
    e.account_id,
    e.kind,
    e.facts,
    e.at,
    c.effective_level AS level
   FROM (history.event e
     JOIN cases.case_file c ON ((c.id = e.case_file_id)))
  WHERE (c.state <> 'deleted'::text);;

create view statistics.made_document as
 SELECT d.id AS document_id,
    d.case_file_id,
    d.unit_id,
    d.kind,
    d.document_type_id,
    d.created_at,
    r.at AS deleted_at,
    platform.highest_level(d.level, c.effective_level) AS level,
    c.case_type_id,
    COALESCE((f.origin = 'digitized'::text), false) AS digitized
   FROM (((documents.document d
     JOIN cases.case_file c ON ((c.id = d.case_file_id)))
     LEFT JOIN documents.removal r ON (((r.document_id = d.id) AND (r.kind = 'deleted'::text))))
     LEFT JOIN documents.file f ON (((f.document_id = d.id) AND (f.replaced_at IS NULL))));;

create view statistics.named_case as
 SELECT id AS case_file_id,
    case_type_id,
    opened_at,
        CASE
            WHEN (effective_level = 'public'::text) THEN number
            ELSE NULL::text
        END AS number,
        CASE
            WHEN (effective_level = 'public'::text) THEN digits
            ELSE NULL::text
        END AS digits
   FROM cases.case_file c
  WHERE ((state <> 'deleted'::text) AND (effective_level <> 'confidential'::text));;

create view statistics.named_document as
 SELECT d.id AS document_id,
    d.unit_id,
    d.document_type_id,
    n.number AS case_number,
    n.digits AS case_digits,
        CASE
            WHEN ((platform.highest_level(d.level, c.effective_level) = 'public'::text) AND (d.state = 'active'::text)) THEN lpad((d.number)::text, 7, '0'::text)
            ELSE NULL::text
        END AS number,
    (d.state = 'cancelled'::text) AS cancelled,
    documents.is_draft(d.*) AS draft
   FROM ((documents.document d
     JOIN cases.case_file c ON ((c.id = d.case_file_id)))
     JOIN statistics.named_case n ON ((n.case_file_id = d.case_file_id)))
  WHERE ((d.state <> 'deleted'::text) AND (d.level <> 'confidential'::text));;

create view statistics.opened_case as
 SELECT id AS case_file_id,
    unit_id,
    agency_id,
    case_type_id,
    effective_level AS level,
    opened_at
   FROM cases.case_file c
  WHERE (state <> 'deleted'::text);;

create view statistics.passing as
 SELECT id,
    case_file_id,
    COALESCE(first_from_unit_id, from_unit_id) AS from_unit_id,
    COALESCE(first_to_unit_id, to_unit_id) AS to_unit_id,
    sent_at
   FROM routing.movement m
  WHERE (recalled_at IS NULL);;

create view statistics.stay as
 SELECT h.id,
    h.case_file_id,
    h.unit_id,
    h.opened_at,
    COALESCE(h.closed_at, 'infinity'::timestamp with time zone) AS closed_at,
    h.closed_at AS ended_at,
    h.closing,
    c.agency_id,
    c.case_type_id,
    c.effective_level AS level,
    c.opened_at AS case_opened_at
   FROM (cases.holding h
     JOIN cases.case_file c ON ((c.id = h.case_file_id)))
  WHERE (c.state <> 'deleted'::text);;

CREATE OR REPLACE FUNCTION agenda.attendant(office bigint, on_day date)
 RETURNS TABLE(account_id bigint, name text, capacity text, is_substitute boolean)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  (select s.substitute_id, coalesce(a.social_name, a.name), o.title || ' ' || s.style, true
     from identity.substitution s join identity.office o on o.id = s.office_id join identity.account a on a.id = s.substitute_id
    where s.office_id = office and s.valid @> on_day)
  union all
  (select t.account_id, coalesce(a.social_name, a.name), o.title, false
     from identity.tenure t join identity.office o on o.id = t.office_id join identity.account a on a.id = t.account_id
    where t.office_id = office and t.valid @> on_day)
  order by 4 desc limit 1 $function$;

CREATE OR REPLACE FUNCTION agenda.is_list_of_participants(list jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select jsonb_typeof(list) = 'array' and jsonb_array_length(list) <= 20 and not exists (
    select 1 from jsonb_array_elements(case when jsonb_typeof(list) = 'array' then list else '[]' end) p
     where jsonb_typeof(p) <> 'object' or coalesce(length(p ->> 'name'), 0) not between 2 and 120
        or coalesce(length(p ->> 'body'), 0) > 120 or coalesce(length(p ->> 'role'), 0) > 120
        or jsonb_typeof(p -> 'isPrivate') is distinct from 'boolean') $function$;

CREATE OR REPLACE FUNCTION agenda.keep_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.uid, new.office_id, new.agency_id, new.request_id, new.registered_at, new.registered_by)
     is distinct from (old.id, old.uid, old.office_id, old.agency_id, old.request_id, old.registered_at, old.registered_by)
     or (old.published_at is not null and new.published_at is distinct from old.published_at) or old.state = 'cancelled' then
    raise exception 'a commitment stays in its agenda, and what was published or cancelled stays so' using errcode = 'restrict_violation';
  end if;
  -- A generated column is not there yet: it follows from the place.
  if (to_jsonb(new) - '{published_at,sequence,changed_at,changed_by,room}'::text[])
     is distinct from (to_jsonb(old) - '{published_at,sequence,changed_at,changed_by,room}'::text[]) then
    new.sequence := old.sequence + 1;
  else
    new.sequence := old.sequence;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION agenda.keep_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.decided_at is not null or (to_jsonb(new) - '{state,reason,redirected_unit_id,decided_at,decided_by}'::text[])
     is distinct from (to_jsonb(old) - '{state,reason,redirected_unit_id,decided_at,decided_by}'::text[]) then
    raise exception 'a request stays as it was asked, and is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION agenda.keeps_reserved(office bigint, person bigint, may_change boolean, on_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  if not exists (select from agenda.keeper k where k.office_id = office and k.ended_at is null) then
    return may_change;
  end if;
  return exists (select from agenda.keeper k where k.office_id = office and k.account_id = person and k.ended_at is null)
      or exists (select from identity.tenure t where t.office_id = office and t.account_id = person and t.valid @> on_day)
      or exists (select from identity.substitution s where s.office_id = office and s.substitute_id = person and s.valid @> on_day);
end $function$;

CREATE OR REPLACE FUNCTION agenda.naming_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (new.office_id, new.account_id, new.named_at, new.named_by) is distinct from (old.office_id, old.account_id, old.named_at, old.named_by) then
    raise exception 'who kept an agenda stays so' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION agenda.note_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' or new.sequence > old.sequence then
    insert into agenda.version (commitment_id, sequence, at, account_id, shown)
    values (new.id, new.sequence, new.changed_at, new.changed_by, jsonb_build_object('kind', new.kind, 'subject', new.subject,
      'place', new.place, 'from', lower(new.during), 'to', upper(new.during), 'participants', new.participants,
      'representative', new.representative, 'represented', new.represented, 'interests', new.interests, 'state', new.state,
      'capacity', new.capacity, 'isReserved', new.reserved_basis is not null or (not new.words_are_public and exists (
        select from cases.case_file c where c.id = new.case_file_id and (c.level <> 'public' or c.effective_level <> 'public')))));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION agenda.told(case_file bigint, unit bigint, person bigint, may_change boolean, on_day date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e.at desc), '[]') from (
    (select 'commitment' as what, x.id, o.title, lower(x.during) as at, x.state from agenda.commitment x
       join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and o.unit_id in (select organization.lineage(unit))
        and (x.reserved_basis is null or x.disclose_on <= on_day or agenda.keeps_reserved(x.office_id, person, may_change, on_day))
      order by x.id desc limit 20)
    union all
    (select 'request', x.id, o.title, x.registered_at, x.state from agenda.request x join identity.office o on o.id = x.office_id
      where x.case_file_id = case_file and x.state <> 'accepted' and o.unit_id in (select organization.lineage(unit))
      order by x.id desc limit 20)) e);
end $function$;

CREATE OR REPLACE FUNCTION archive.eliminated_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was eliminated stays so' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION archive.is_named(file text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select 1 from documents.file f where f.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = f.document_id))
      or exists (select 1 from documents.image i where i.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = i.document_id))
      or exists (select 1 from documents.waiting_file w where w.sha256 = file)
      or exists (select 1 from auditing.removal r where r.file_sha256 = file)
      or exists (select 1 from documents.striping s where s.made_sha256 = file and s.state = 'made'
                  and not exists (select 1 from documents.elimination e where e.document_id = s.document_id))
      or exists (select 1 from issuing.email_attachment a where a.sha256 = file
                  and not exists (select 1 from documents.elimination e where e.document_id = a.document_id))
      or exists (select 1 from mail.attachment a where a.sha256 = file)
      or exists (select 1 from guides.attachment a where a.sha256 = file)
      or exists (select 1 from printing.import p where p.sha256 = file)
      or exists (select 1 from register_import.import p where p.sha256 = file);
end $function$;

CREATE OR REPLACE FUNCTION archive.may_erase(case_file bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select 1 from archive.listing_item i
      join archive.listing l on l.id = i.listing_id
     where i.case_file_id = case_file and i.state = 'listed' and l.state = 'confirmed' and l.ordered_by <> l.confirmed_by
       and (select count(*) from archive.listing_signature s where s.listing_id = l.id) = 3
       and l.notice_on + l.notice_days < (at at time zone 'America/Sao_Paulo')::date
       and i.final_on < (at at time zone 'America/Sao_Paulo')::date)
    and not exists (select 1 from archive.hold h where h.case_file_id = case_file and h.lifted_at is null)
    and exists (select 1 from archive.filing f where f.case_file_id = case_file and f.ended_at is null and f.phase <> 'permanent')
    and exists (select 1 from cases.archiving a where a.case_file_id = case_file and a.ended_at is null) $function$;

CREATE OR REPLACE FUNCTION archive.note_holding()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.closed_at is null then
    delete from archive.waiting where case_file_id = new.case_file_id;
  elsif new.closing = 'concluded' and not exists (
          select 1 from cases.holding h where h.case_file_id = new.case_file_id and h.closed_at is null) then
    insert into archive.waiting (case_file_id, unit_id, concluded_at) values (new.case_file_id, new.unit_id, new.closed_at)
    on conflict (case_file_id) do update set unit_id = excluded.unit_id, concluded_at = excluded.concluded_at;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auditing.check_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select g.id from gone g
    except
    select unnest(b.entry_ids) from auditing.removal r join auditing.bundle b on b.id = any (r.bundle_ids)
     where r.tx = pg_current_xact_id()) then
    raise exception 'entries of the trail are only taken away past their term';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION auditing.check_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  term auditing.term;
begin
  select * into term from auditing.term t where t.id = new.term_id;
  if term.is_granted is not true or term.months is null
     or term.id <> (select t.id from auditing.term t where t.category = term.category and t.is_granted
                     order by t.decided_at desc, t.id desc limit 1) then
    raise exception 'no term in force wants this removal';
  end if;
  if exists (
    select from unnest(new.bundle_ids) as wanted (id)
      left join auditing.bundle b on b.id = wanted.id and b.category = term.category
           and b.last_at < new.removed_at - make_interval(months => term.months)
     where b.id is null)
     or new.removed_at > now() + interval '1 day'
     or exists (select from auditing.removal r where r.bundle_ids && new.bundle_ids) then
    raise exception 'these entries are not past their term';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION auditing.keep_term()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then raise exception 'a term of the trail stays'; end if;
  if tg_op = 'INSERT' then
    if new.decided_at is not null then raise exception 'a term is decided by a second person'; end if;
    return new;
  end if;
  if old.decided_at is not null
     or (new.id, new.category, new.reason, new.asked_by, new.asked_at)
        is distinct from (old.id, old.category, old.reason, old.asked_by, old.asked_at)
     or new.months is distinct from old.months then
    raise exception 'a term of the trail is only decided, once';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION bundles.check_availability()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_bundle bigint := coalesce(to_jsonb(new) ->> 'bundle_id', to_jsonb(new) ->> 'id')::bigint;
begin
  if exists (select 1 from bundles.bundle b where b.id = of_bundle
              and (b.state = 'available') is distinct from exists (
                    select 1 from bundles.availability a
                     where a.bundle_id = b.id and a.ended_at is null and a.begun_at is not null)) then
    raise exception 'bundle %: its state and the units that have it disagree', of_bundle using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION bundles.refuse_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'generated' then
      raise exception 'a bundle begins as generated' using errcode = 'check_violation';
    end if;
  elsif (new.kind, new.number) is distinct from (old.kind, old.number)
     or new.unit_id <> old.unit_id and not organization.succeeds(new.unit_id, old.unit_id) then
    raise exception 'kind, unit and number of a bundle stay' using errcode = 'check_violation';
  elsif new.state <> old.state and (old.state, new.state) not in (
      ('generated', 'available'), ('generated', 'concluded'),
      ('available', 'returned'), ('available', 'generated'),
      ('returned', 'available'), ('returned', 'concluded'),
      ('concluded', 'generated'), ('concluded', 'returned')) then
    raise exception 'a bundle does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION case_type_requests.keep_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'analysis' then
    raise exception 'request % was answered', old.id using errcode = 'restrict_violation';
  end if;
  if (new.agency_id, new.unit_id, new.case_file_id, new.document_number, new.name, new.answers, new.asked_by, new.asked_at, new.due_on)
     is distinct from
     (old.agency_id, old.unit_id, old.case_file_id, old.document_number, old.name, old.answers, old.asked_by, old.asked_at, old.due_on) then
    raise exception 'request % stays as it was signed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cases.archived_lies_nowhere()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.closed_at is null and exists (
       select 1 from cases.archiving a where a.case_file_id = new.case_file_id and a.ended_at is null) then
    raise exception 'an archived case file is opened on no desk' using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION cases.copy_to_holding()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select c.case_type_id, c.effective_level = 'confidential' into new.case_type_id, new.confidential
    from cases.case_file c where c.id = new.case_file_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION cases.governing_level(c cases.case_file, per_document boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when per_document then c.level else c.effective_level end $function$;

CREATE OR REPLACE FUNCTION cases.holds_credential(case_file bigint, account bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from cases.credential c
                  where c.case_file_id = case_file and c.account_id = account and c.unit_id = unit and c.ended_at is null);
end $function$;

CREATE OR REPLACE FUNCTION cases.may_list(c cases.case_file, unit bigint, per_document boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select c.state <> 'deleted' and case cases.governing_level(c, per_document)
    when 'public' then true
    when 'restricted' then cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit)
    else false end $function$;

CREATE OR REPLACE FUNCTION cases.passed(case_file bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from cases.passage p where p.case_file_id = case_file and p.unit_id = unit)
      or exists (select 1 from organization.succession s
                  cross join lateral organization.lineage(s.successor_id) l(id)
                  join cases.passage p on p.case_file_id = case_file and p.unit_id = l.id
                 where s.successor_id = unit);
end $function$;

CREATE OR REPLACE FUNCTION cases.reads_for_now(case_file bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from cases.temporary_reading r
                  where r.case_file_id = case_file and r.unit_id = unit and r.until is null);
end $function$;

CREATE OR REPLACE FUNCTION cases.recount_desks()
 RETURNS bigint
 LANGUAGE sql
AS $function$
  with wrong as (
    insert into cases.desk_tally (unit_id, case_type_id, change)
    select unit_id, case_type_id, sum(change) from (
      select unit_id, case_type_id, count(*) as change from cases.holding
       where closed_at is null and not suspended and not confidential group by 1, 2
      union all
      select unit_id, case_type_id, -sum(change) from cases.desk_tally group by 1, 2) x
     group by 1, 2 having sum(change) <> 0
    returning 1
  )
  select count(*) from wrong
$function$;

CREATE OR REPLACE FUNCTION cases.sum_up_desks()
 RETURNS bigint
 LANGUAGE sql
AS $function$
  with gone as (
    delete from cases.desk_tally t
     using (select unit_id, case_type_id from cases.desk_tally group by 1, 2 having count(*) > 1) many
     where t.unit_id = many.unit_id and t.case_type_id = many.case_type_id
    returning t.unit_id, t.case_type_id, t.change
  ), summed as (
    insert into cases.desk_tally (unit_id, case_type_id, change)
    select unit_id, case_type_id, sum(change) from gone group by 1, 2 having sum(change) <> 0
    returning 1
  )
  select count(*) from gone
$function$;

CREATE OR REPLACE FUNCTION cases.tally_changed_holding()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.closed_at is null and not old.suspended and not old.confidential then
    insert into cases.desk_tally (unit_id, case_type_id, change) values (old.unit_id, old.case_type_id, -1);
  end if;
  if tg_op = 'UPDATE' and new.closed_at is null and not new.suspended and not new.confidential then
    insert into cases.desk_tally (unit_id, case_type_id, change) values (new.unit_id, new.case_type_id, 1);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION cases.tally_new_holdings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into cases.desk_tally (unit_id, case_type_id, change)
  select unit_id, case_type_id, count(*) from fresh
   where closed_at is null and not suspended and not confidential group by 1, 2;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION cases.tell_holdings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update cases.holding set case_type_id = new.case_type_id, confidential = new.effective_level = 'confidential'
   where case_file_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION classification.classes_in_force(class_id bigint)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  with recursive up (id) as (
    select class_id
    union
    select m.to_class_id from up join classification.class_mapping m on m.from_class_id = up.id
      join classification.record_class r on r.id = m.to_class_id
      join classification.class_table t on t.id = r.table_id and t.activated_at is not null)
  select up.id from up
    where not exists (select 1 from classification.class_mapping m join classification.record_class r on r.id = m.to_class_id
                        join classification.class_table t on t.id = r.table_id and t.activated_at is not null
                       where m.from_class_id = up.id) $function$;

CREATE OR REPLACE FUNCTION classification.table_in_force()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select id from classification.class_table where activated_at is not null and retired_at is null $function$;

CREATE OR REPLACE FUNCTION deadlines.days_before(unit bigint)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when own.unit_id is not null then own.days_before else common.days_before end
    from organization.unit u
    left join deadlines.reminder_setting own on own.unit_id = u.id
    left join deadlines.reminder_setting common on common.agency_id = u.agency_id
   where u.id = unit $function$;

CREATE OR REPLACE FUNCTION deadlines.is_late(d deadlines.deadline, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select (case when d.due_time is null then d.due_on + interval '1 day' else d.due_on + d.due_time + interval '1 minute' end)
         at time zone 'America/Sao_Paulo' <= coalesce(d.concluded_at, at) $function$;

CREATE OR REPLACE FUNCTION deadlines.keep_deadline()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.case_file_id, new.set_at, new.set_by) is distinct from (old.case_file_id, old.set_at, old.set_by)
     or new.unit_id <> old.unit_id and not organization.succeeds(new.unit_id, old.unit_id) then
    raise exception 'a deadline stays where it was set' using errcode = 'restrict_violation';
  end if;
  if old.deleted_at is not null then
    raise exception 'a deleted deadline stays as it is' using errcode = 'restrict_violation';
  end if;
  if old.concluded_at is not null and new.concluded_at is not null
     and (new.due_on, new.due_time, new.text) is distinct from (old.due_on, old.due_time, old.text) then
    raise exception 'a concluded deadline is reopened before it changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION demands.keep_demand()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.answered_on is not null
     or (new.id, new.unit_id, new.first_due_on, new.registered_at, new.registered_by)
        is distinct from (old.id, old.unit_id, old.first_due_on, old.registered_at, old.registered_by)
     or new.due_on < old.due_on then
    raise exception 'a demand keeps its unit and first deadline, and once answered it stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION demands.keep_extension()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.decided_on is not null or (new.id, new.demand_id, new.asked_on, new.asked_until, new.reason, new.asked_at, new.asked_by)
     is distinct from (old.id, old.demand_id, old.asked_on, old.asked_until, old.reason, old.asked_at, old.asked_by) then
    raise exception 'an extension stays as it was asked, and is decided once' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION demands.keep_sector()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.returned_on is not null or (new.id, new.demand_id, new.unit_id, new.days_before, new.request, new.asked_at, new.asked_by)
     is distinct from (old.id, old.demand_id, old.unit_id, old.days_before, old.request, old.asked_at, old.asked_by) then
    raise exception 'what a unit was asked stays, and is returned once' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION demands.state(d demands.demand, today date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when d.answered_on > d.due_on then 'answered-late' when d.answered_on is not null then 'answered'
              when d.due_on < today then 'overdue' when d.due_on > d.first_due_on then 'extended'
              when d.responsible_id is not null or exists (select from demands.sector s where s.demand_id = d.id) then 'in-progress'
              else 'received' end $function$;

CREATE OR REPLACE FUNCTION demands.told(case_file bigint, unit bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e."dueOn"), '[]') from (
    select x.id, x.body, x.number, x.due_on as "dueOn", x.answered_on as "answeredOn", s.due_on as "sectorDueOn"
      from demands.demand x
      left join lateral (select min(s.due_on) as due_on, count(*) as asked from demands.sector s
                          where s.demand_id = x.id and s.unit_id in (select organization.lineage(unit))) s on true
     where x.case_file_id = case_file and (x.unit_id in (select organization.lineage(unit)) or s.asked > 0)
     order by x.answered_on is not null, x.due_on limit 20) e);
end $function$;

CREATE OR REPLACE FUNCTION documents.co_signs(document bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from documents.co_signing s
                  where s.document_id = document and s.unit_id = unit and s.until is null);
end $function$;

CREATE OR REPLACE FUNCTION documents.co_signs_in(case_file bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from documents.co_signing s
                  where s.case_file_id = case_file and s.unit_id = unit and s.until is null);
end $function$;

CREATE OR REPLACE FUNCTION documents.form_answer_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and exists (select 1 from documents.elimination e where e.document_id = old.document_id) then return old; end if;
  raise exception 'documents.form_answer is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION documents.highest_level(case_file bigint)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce((select case when bool_or(d.level = 'confidential') then 'confidential'
                               when bool_or(d.level = 'restricted') then 'restricted' else 'public' end
                     from documents.document d where d.case_file_id = case_file and d.state <> 'deleted'), 'public') $function$;

CREATE OR REPLACE FUNCTION documents.is_draft(d documents.document)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select d.kind = 'authored' and d.signature_count = 0 $function$;

CREATE OR REPLACE FUNCTION documents.lawful_term(document bigint)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select e.term from documents.elimination e
           where e.document_id = document
             and exists (select 1 from history.event h
                          where h.case_file_id = e.case_file_id and h.kind = 'case-eliminated' and h.facts->>'term' = e.term));
end $function$;

CREATE OR REPLACE FUNCTION documents.may_read(d documents.document, c cases.case_file, account bigint, unit bigint, per_document boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select d.state = 'active' and c.state <> 'deleted'
     and case when documents.is_draft(d)
           then d.unit_id in (select organization.lineage(unit)) or documents.may_sign_by_credential(d.id, account, unit)
             or documents.reviews(d.id, account, unit)
             or platform.highest_level(cases.governing_level(c, per_document), d.level) <> 'confidential'
                and (documents.co_signs(d.id, unit) or cases.reads_for_now(c.id, unit))
           else true end
     and case platform.highest_level(cases.governing_level(c, per_document), d.level)
           when 'confidential' then cases.holds_credential(c.id, account, unit)
           when 'restricted' then documents.is_draft(d) or cases.passed(c.id, unit) or cases.reads_for_now(c.id, unit)
             or documents.co_signs_in(c.id, unit)
           else true end $function$;

CREATE OR REPLACE FUNCTION documents.may_sign_by_credential(document bigint, account bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from documents.signature_credential k
                  where k.document_id = document and k.account_id = account and k.unit_id = unit and k.ended_at is null);
end $function$;

CREATE OR REPLACE FUNCTION documents.only_lawful_elimination()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not archive.may_erase(new.case_file_id, new.eliminated_at)
     or not exists (select 1 from documents.document d where d.id = new.document_id and d.case_file_id = new.case_file_id) then
    raise exception 'the contents of case file % may not be eliminated', new.case_file_id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION documents.reviews(document bigint, account bigint, unit bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from documents.review_reader r
                  where r.document_id = document and r.account_id = account and r.until is null
                    and r.unit_id in (select organization.lineage(unit)));
end $function$;

CREATE OR REPLACE FUNCTION documents.version_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.content::text = '{"type":"doc","content":[]}' and new.plain_text = ''
     and (new.document_id, new.number, new.sha256, new.kind, new.saved_at, new.account_id, new.unit_id, new.tx)
       = (old.document_id, old.number, old.sha256, old.kind, old.saved_at, old.account_id, old.unit_id, old.tx)
     and exists (select 1 from documents.version_residue r where r.document_id = old.document_id and r.number = old.number
                   and r.content_sha256 = encode(sha256(convert_to(old.content::text, 'UTF8')), 'hex')
                   and r.text_sha256 = encode(sha256(convert_to(old.plain_text, 'UTF8')), 'hex')) then
    return new;
  end if;
  raise exception 'documents.version is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION guides.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'drafting' and (new.title, new.content::text, new.number) is distinct from (old.title, old.content::text, old.number) then
    raise exception 'version % of guide % was released', old.number, old.guide_id using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION guides.released_for(case_type bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (select coalesce(jsonb_agg(x order by lower(platform.plain(x.title)), x.id), '[]')
    from (select g.id::text, v.title, u.acronym as "unitAcronym"
            from guides.version_type k
            join guides.version v on v.id = k.version_id and v.state = 'released'
            join guides.guide g on g.id = v.guide_id and g.deleted_at is null
            join organization.unit u on u.id = g.unit_id
           where k.case_type_id = case_type
           order by v.id desc limit 50) x);
end $function$;

CREATE OR REPLACE FUNCTION identity.acting_in(account bigint, unit bigint, today date)
 RETURNS TABLE(substitution_id bigint, capacity text, office text, holder text, holder_id bigint, until_day date)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select s.id, o.title || ' ' || s.style, o.title, coalesce(h.social_name, h.name), h.id, s.until_day
    from identity.substitution s
    join identity.office o on o.id = s.office_id and o.unit_id = unit
    left join identity.tenure t on t.id = s.tenure_id
    left join identity.account h on h.id = t.account_id
   where s.substitute_id = account and s.valid @> today and (t.id is null or t.valid @> today)
   order by s.id $function$;

CREATE OR REPLACE FUNCTION identity.administers_installation(account bigint, unit bigint, wanted text, today date)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (
    select 1 from organization.unit u
      join identity.assignment a on a.account_id = account and a.valid @> today and a.administers = 'installation'
       and (a.unit_id = u.id or a.agency_id = u.agency_id
            or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
      join identity.profile_permission pp on pp.profile_id = a.profile_id and pp.permission = wanted
     where u.id = unit) $function$;

CREATE OR REPLACE FUNCTION identity.administration_reach(account bigint, unit bigint, wanted text, today date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when bool_or(a.administers = 'installation') then 'installation'
              when bool_or(a.administers = 'agency') then 'agency' else 'unit' end
    from organization.unit u
    join identity.assignment a on a.account_id = account and a.valid @> today
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
    join identity.profile_permission pp on pp.profile_id = a.profile_id and pp.permission = wanted
   where u.id = unit $function$;

CREATE OR REPLACE FUNCTION identity.keep_substitution()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from identity.tenure t where t.id = new.tenure_id and t.account_id = new.substitute_id) then
      raise exception 'nobody substitutes themselves' using errcode = 'check_violation', constraint = 'substitute_is_another';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.ended_at is not null or not (new.valid <@ old.valid)
     or (to_jsonb(new) - '{valid,ended_by,ended_at}'::text[]) is distinct from (to_jsonb(old) - '{valid,ended_by,ended_at}'::text[]) then
    raise exception 'a substitution only ends' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION identity.passes_by_substitution(permission text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select permission not in ('organization.manage', 'identity.manage', 'classification.manage', 'platform.operate',
                            'history.audit', 'acervo.confidential')
     and permission not like 'acervo.%' and permission not like '%.operate' and permission not like '%.audit' $function$;

CREATE OR REPLACE FUNCTION identity.permissions_in(account bigint, unit bigint, today date)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (select coalesce(array_agg(distinct case when u.succeeded_at is null or identity.stays_after_succession(pp.permission)
                                                  then pp.permission else 'output.export' end), '{}')
    from organization.unit u
    join organization.placement p on p.unit_id = u.id and p.valid @> today
    cross join lateral (
      select g.permission
        from identity.assignment a
        join identity.profile_permission g on g.profile_id = a.profile_id
       where a.account_id = account and a.valid @> today
         and (a.unit_id = u.id or a.agency_id = u.agency_id
              or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today))))
      union all
      select g.permission
        from identity.profiles_by_substitution(today) s
        join identity.profile_permission g on g.profile_id = s.profile_id and identity.passes_by_substitution(g.permission)
       where s.account_id = account and s.unit_id = u.id and s.valid @> today
    ) pp
   where u.id = unit and u.deactivated_at is null);
end $function$;

CREATE OR REPLACE FUNCTION identity.profiles_by_substitution(today date)
 RETURNS TABLE(substitution_id bigint, account_id bigint, unit_id bigint, profile_id bigint, valid daterange)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select s.id, s.substitute_id, o.unit_id, s.profile_id, s.valid
    from identity.substitution s join identity.office o on o.id = s.office_id
   where s.profile_id is not null
  union
  select s.id, s.substitute_id, o.unit_id, a.profile_id, s.valid * a.valid * t.valid
    from identity.substitution s
    join identity.office o on o.id = s.office_id
    join identity.tenure t on t.id = s.tenure_id
    join organization.unit u on u.id = o.unit_id
    join identity.assignment a on a.account_id = t.account_id and a.valid && s.valid
     and (a.unit_id = u.id or a.agency_id = u.agency_id
          or (a.extends_to_subunits and a.unit_id in (select organization.ancestors(u.id, today)))) $function$;

CREATE OR REPLACE FUNCTION identity.stays_after_succession(permission text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select permission in ('output.export', 'history.audit', 'acervo.confidential', 'statistics.read', 'platform.operate',
                        'organization.manage', 'identity.manage', 'classification.manage') $function$;

CREATE OR REPLACE FUNCTION identity.units_of(account bigint, today date)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 10
AS $function$
begin
  return query with held as materialized (
    select a.unit_id, a.agency_id, a.extends_to_subunits from identity.assignment a where a.account_id = account and a.valid @> today
  ), reach(id) as materialized (
    select h.unit_id from held h where h.unit_id is not null and not h.extends_to_subunits
    union
    select d from held h cross join lateral organization.descendants(h.unit_id, today) d where h.unit_id is not null and h.extends_to_subunits
    union
    select x.id from held h join organization.unit x on x.agency_id = h.agency_id
    union
    select s.unit_id from identity.profiles_by_substitution(today) s
      join identity.profile_permission g on g.profile_id = s.profile_id and identity.passes_by_substitution(g.permission)
     where s.account_id = account and s.valid @> today
  )
  select u.id from reach r join organization.unit u on u.id = r.id and u.deactivated_at is null
   where exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> today);
end $function$;

CREATE OR REPLACE FUNCTION issuing.email_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.message = '(conteúdo eliminado)'
     and (new.document_id, new.message_key, new.sender, new.subject, new.at, new.account_id, new.unit_id)
       = (old.document_id, old.message_key, old.sender, old.subject, old.at, old.account_id, old.unit_id)
     and exists (select 1 from documents.elimination e where e.document_id = old.document_id) then
    return new;
  end if;
  raise exception 'issuing.email is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION knowledge.distributed_to(unit bigint)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select t.id from knowledge.institutional_text t where t.withdrawn_at is null and t.scope = 'installation'
  union all
  select t.id from knowledge.institutional_text t
   where t.withdrawn_at is null and t.scope = 'agency' and t.agency_id = (select u.agency_id from organization.unit u where u.id = unit)
  union all
  select t.id from knowledge.distribution d join knowledge.institutional_text t on t.id = d.text_id
   where d.unit_id = unit and t.withdrawn_at is null and t.scope = 'units' $function$;

CREATE OR REPLACE FUNCTION mailroom.keep_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.unit_id, new.year, new.number, new.code, new.received_at, new.registered_at, new.registered_by, new.kind, new.medium,
      new.sender, new.sender_kind, new.origin_number, new.subject, new.pieces, new.volumes, new.pages)
     is distinct from
     (old.unit_id, old.year, old.number, old.code, old.received_at, old.registered_at, old.registered_by, old.kind, old.medium,
      old.sender, old.sender_kind, old.origin_number, old.subject, old.pieces, old.volumes, old.pages) then
    raise exception 'what came in stays as it was registered' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION mailroom.keep_letter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.step in ('withdrawn', 'receipt-returned') and new.step <> old.step
     or old.posting_list_id is not null and new.posting_list_id is distinct from old.posting_list_id
     or old.receipt_document_id is not null and new.receipt_document_id is distinct from old.receipt_document_id
     or (new.unit_id, new.year, new.number, new.document_id, new.case_file_id, new.expedition_unit_id, new.service, new.with_receipt,
         new.receipt_days, new.format, new.contact_id, new.addressee, new.address, new.city, new.state, new.postal_code, new.notes,
         new.departure, new.asked_at, new.asked_by)
        is distinct from
        (old.unit_id, old.year, old.number, old.document_id, old.case_file_id, old.expedition_unit_id, old.service, old.with_receipt,
         old.receipt_days, old.format, old.contact_id, old.addressee, old.address, old.city, old.state, old.postal_code, old.notes,
         old.departure, old.asked_at, old.asked_by) then
    raise exception 'a letter stays as it was asked for' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION mailroom.keep_slip()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.received_at is not null
     or (new.unit_id, new.year, new.number, new.destination, new.to_unit_id, new.carrier, new.notes, new.sent_at, new.sent_by)
        is distinct from
        (old.unit_id, old.year, old.number, old.destination, old.to_unit_id, old.carrier, old.notes, old.sent_at, old.sent_by) then
    raise exception 'a slip stays as it was sent' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION mailroom.keep_slip_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.outcome is not null
     or (new.slip_id, new.position, new.unit_id, new.reference, new.reference_key, new.description, new.volumes, new.pages, new.case_file_id)
        is distinct from
        (old.slip_id, old.position, old.unit_id, old.reference, old.reference_key, old.description, old.volumes, old.pages, old.case_file_id) then
    raise exception 'an item of a slip stays as it was sent' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION mailroom.told(case_file bigint, unit bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e.id desc), '[]')
    from (select x.id, x.number, x.year, x.sender, x.received_at as "receivedAt", x.state from mailroom.entry x
           where x.case_file_id = case_file and x.unit_id in (select organization.lineage(unit)) order by x.id desc limit 20) e);
end $function$;

CREATE OR REPLACE FUNCTION organization.ancestors(unit bigint, today date)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 5
AS $function$
begin
  return query with recursive up(id) as (
    select unit
    union
    select p.parent_id from up join organization.placement p on p.unit_id = up.id and p.valid @> today where p.parent_id is not null
  ) select up.id from up;
end $function$;

CREATE OR REPLACE FUNCTION organization.current_unit(unit bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  here bigint := unit;
  following bigint;
  seen bigint[] := array[unit];
begin
  loop
    following := (select s.successor_id from organization.succession s where s.predecessor_id = here
                   order by s.takes_rest desc, s.since, s.successor_id limit 1);
    if following is null or following = any (seen) then return here; end if;
    here := following;
    seen := seen || here;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION organization.descendants(unit bigint, today date)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  with recursive down(id) as (
    select unit
    union
    select p.unit_id from down join organization.placement p on p.parent_id = down.id and p.valid @> today
  ) select id from down $function$;

CREATE OR REPLACE FUNCTION organization.lineage(unit bigint)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 2
AS $function$
begin
  return query with recursive back(id) as (
    select unit
    union
    select s.predecessor_id from back join organization.succession s on s.successor_id = back.id
  ) select back.id from back;
end $function$;

CREATE OR REPLACE FUNCTION organization.refuse_cycle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('organization.placement', 0));
  if exists (
    with recursive up(id, valid) as (
      select new.parent_id, new.valid where new.parent_id is not null
      union
      select p.parent_id, p.valid * up.valid
        from up join organization.placement p on p.unit_id = up.id and p.valid && up.valid
       where p.parent_id is not null
    ) select 1 from up where id = new.unit_id
  ) then
    raise exception 'unit % would stand below itself', new.unit_id using errcode = 'check_violation',
      constraint = 'placement_has_no_cycle';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION organization.succeeds(successor bigint, predecessor bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return exists (select 1 from organization.succession s where s.successor_id = successor and s.predecessor_id = predecessor);
end $function$;

CREATE OR REPLACE FUNCTION platform.flag(flag_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return coalesce((select value = 'true'::jsonb from platform.setting where name = flag_name), false);
end $function$;

CREATE OR REPLACE FUNCTION platform.highest_level(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when 'confidential' in (a, b) then 'confidential' when 'restricted' in (a, b) then 'restricted' else 'public' end $function$;

CREATE OR REPLACE FUNCTION platform.norm_pt(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(platform.plain(lower(t)),
    '(c)(?:ao|oes)\M', 'ção', 'g'), '(s)(?:ao|oes)\M', '\1ão', 'g'), '([a-z])(?:ao|oes|aes|aos)\M', '\1ão', 'g'),
    '\mnao\M', 'não', 'g'), '([a-z]{2})(?:ns)\M', '\1m', 'g') $function$;

CREATE OR REPLACE FUNCTION platform.plain(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select public.unaccent('public.unaccent'::regdictionary, t) $function$;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION projects.keep_activity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.project_id, new.registered_at, new.registered_by)
     is distinct from (old.id, old.project_id, old.registered_at, old.registered_by) then
    raise exception 'an activity stays in its project' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION projects.refuse_circle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from projects.project p where p.id = new.project_id for update;
  if exists (
    with recursive before(id) as (
      select new.after_id
      union
      select d.after_id from before b join projects.dependency d on d.activity_id = b.id)
    select from before b where b.id = new.activity_id) then
    raise exception 'an activity would wait for itself' using errcode = 'check_violation', constraint = 'no_circle';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION projects.told(case_file bigint, unit bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
  select coalesce(jsonb_agg(to_jsonb(e) order by e."plannedUntil", e.id), '[]') from (
    select x.id, p.id as "projectId", p.name as project, p.state as "projectState", x.name, x.planned_from as "plannedFrom",
           x.planned_until as "plannedUntil", x.begun_on as "begunOn", x.ended_on as "endedOn", x.percent,
           x.is_milestone as "isMilestone", x.is_cancelled as "isCancelled"
      from projects.activity x join projects.project p on p.id = x.project_id
     where x.case_file_id = case_file
       and exists (select from projects.participating_unit m
                    where m.project_id = p.id and m.unit_id in (select organization.lineage(unit)))
     order by x.planned_until desc, x.id desc limit 20) e);
end $function$;

CREATE OR REPLACE FUNCTION publishing.is_out(p publishing.publication, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select p.published_from <= at
     and (p.state = 'published'
       or p.state = 'scheduled' and exists (select 1 from documents.document d join cases.case_file c on c.id = d.case_file_id
                                             where d.id = p.document_id and c.effective_level <> 'confidential')) $function$;

CREATE OR REPLACE FUNCTION publishing.keep_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.state not in ('published', 'rejected', 'cancelled') then return new; end if;
  if tg_op = 'UPDATE' and old.state = 'published'
     and to_jsonb(new) - array['gazette', 'gazette_edition', 'gazette_section', 'gazette_page', 'gazette_date', 'gazette_link', 'changed_at']
       = to_jsonb(old) - array['gazette', 'gazette_edition', 'gazette_section', 'gazette_page', 'gazette_date', 'gazette_link', 'changed_at']
  then return new; end if;
  raise exception 'publishing.publication is append-only once it is published, rejected or cancelled';
end $function$;

CREATE OR REPLACE FUNCTION reviewing.keep_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.state <> 'open' then raise exception 'a review that is closed stays as it is'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION reviewing.keep_thread()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.state in ('accepted', 'rejected')
     or (old.document_id, old.version, old.passage, old.quote, old.before, old.after, old.account_id, old.unit_id, old.at)
        is distinct from (new.document_id, new.version, new.passage, new.quote, new.before, new.after, new.account_id, new.unit_id, new.at)
     or old.suggestion is distinct from new.suggestion
  then raise exception 'what was said in a review stays as it was said'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION reviewing.state_of(document bigint, current_version integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
    select jsonb_build_object(
             'waiting', coalesce((select jsonb_agg(coalesce(a.social_name, a.name) order by r.id)
                                    from reviewing.request r join identity.account a on a.id = r.reviewer_id
                                   where r.document_id = document and r.state = 'open'), '[]'),
             'lastAnswer', l.state, 'lastReviewer', l.name, 'lastVersion', l.answered_version,
             'isCurrent', l.answered_sha256 is not distinct from v.sha256,
             'openComments', t.comments, 'openSuggestions', t.suggestions, 'total', t.total)
      from (select count(*) filter (where x.state = 'open' and x.suggestion is null) as comments,
                   count(*) filter (where x.state = 'open' and x.suggestion is not null) as suggestions, count(*) as total
              from reviewing.thread x where x.document_id = document) t
      left join lateral (
        select r.state, r.answered_version, r.answered_sha256, coalesce(a.social_name, a.name) as name
          from reviewing.request r join identity.account a on a.id = r.reviewer_id
         where r.document_id = document and r.state in ('approved', 'returned') order by r.closed_at desc, r.id desc limit 1) l on true
      left join documents.version v on v.document_id = document and v.number = current_version);
end $function$;

CREATE OR REPLACE FUNCTION routing.keep_return()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.return_due is distinct from old.return_due then
    if old.return_due is null or old.returned_at is not null or old.recalled_at is not null then
      raise exception 'movement % awaits no return', old.id using errcode = 'restrict_violation';
    end if;
    if new.return_due <= old.return_due then
      raise exception 'the return of movement % may only be put off', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  if old.returned_at is not null and new.returned_at is distinct from old.returned_at then
    raise exception 'movement % was returned', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION search.annexed_to_public(case_file bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  with recursive up(id) as (
    select x.principal_id from cases.annexation x where x.annexed_id = case_file and x.undone_at is null
    union
    select x.principal_id from up join cases.annexation x on x.annexed_id = up.id and x.undone_at is null
  ) select not exists (select 1 from up join cases.case_file c on c.id = up.id
                        where c.level <> 'public' or c.effective_level = 'confidential' or c.state = 'deleted') $function$;

CREATE OR REPLACE FUNCTION search.content_shown(d documents.document, content_from date)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select content_from is null
      or case d.kind when 'uploaded' then d.created_at
              else (select min(s.signed_at) from signatures.signature s where s.document_id = d.id) end
         >= content_from::timestamp at time zone 'America/Sao_Paulo' $function$;

CREATE OR REPLACE FUNCTION search.note_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (case_file_id) values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_case_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (case_file_id) values (coalesce(new.case_file_id, old.case_file_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_co_signing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (document_id)
    select d.id from cases.case_file c join documents.document d on d.case_file_id = c.id
     where c.id = new.case_file_id and 'restricted' in (c.level, c.effective_level);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_contact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (case_file_id) select p.case_file_id from cases.interested_party p where p.contact_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_document()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (document_id) values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_document_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (document_id) values (new.document_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_documents_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (document_id) select d.id from documents.document d where d.case_file_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_parties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (case_file_id) select distinct case_file_id from changed;
  insert into search.pending (document_id)
    select d.id from documents.document d where d.case_file_id in (select case_file_id from changed);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.note_passage()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into search.pending (case_file_id) values (new.case_file_id);
  -- Only what is restricted is found by where it passed.
  insert into search.pending (document_id)
    select d.id from cases.case_file c join documents.document d on d.case_file_id = c.id
     where c.id = new.case_file_id and 'restricted' in (c.level, c.effective_level);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION search.public_case(c cases.case_file, hidden_types bigint[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select c.state <> 'deleted' and c.level = 'public' and c.effective_level <> 'confidential'
     and c.case_type_id <> all (hidden_types) and (c.state <> 'annexed' or search.annexed_to_public(c.id)) $function$;

CREATE OR REPLACE FUNCTION search.public_document(d documents.document)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select d.state = 'active' and d.level = 'public' and not documents.is_draft(d) $function$;

CREATE OR REPLACE FUNCTION search.words_of(t text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE STRICT
AS $function$
declare
  plain text := platform.norm_pt(regexp_replace(t, '\S{100,}', ' ', 'g'));
  numbers text[];
  words tsvector;
begin
  select array_agg(distinct digits) into numbers
    from (select regexp_replace(match[1], '\D', '', 'g') as digits
            from regexp_matches(plain, '\d[\d./-]+\d', 'g') match limit 5000) n
   where length(digits) between 5 and 30;
  words := to_tsvector('portuguese', plain) || array_to_tsvector(coalesce(numbers, '{}'));
  -- A tsvector holds 1 MB; there must be room for the title that is put before it.
  if pg_column_size(words) > 900000 then return search.words_of(left(t, length(t) / 2)); end if;
  return words;
exception when program_limit_exceeded then
  return search.words_of(left(t, length(t) / 2));
end $function$;

CREATE OR REPLACE FUNCTION signatures.content_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.bytes = ''::bytea and (new.sha256, new.created_at, new.tx) = (old.sha256, old.created_at, old.tx)
     and exists (select 1 from signatures.content_residue r where r.sha256 = old.sha256
                   and r.bytes_sha256 = encode(sha256(old.bytes), 'hex') and r.length = length(old.bytes)) then
    return new;
  end if;
  raise exception 'signatures.signed_content is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION statistics.external_users(before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select 0 $function$;

CREATE OR REPLACE FUNCTION statistics.refuse_late_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select tx from statistics.closed_month where month = new.month) is distinct from pg_current_xact_id() then
    raise exception 'the month % is closed', new.month using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION statistics.users_on(day date)
 RETURNS TABLE(agency_id bigint, users integer)
 LANGUAGE sql
 STABLE
AS $function$
  with able as (
    select distinct a.id as account_id, a.agency_id as home_id, u.agency_id
      from identity.assignment g
      join identity.profile_permission pp on pp.profile_id = g.profile_id and pp.permission = 'documents.write'
      join identity.account a on a.id = g.account_id
       and (a.disabled_at is null or (a.disabled_at at time zone 'America/Sao_Paulo')::date > day)
      cross join lateral (
        select g.unit_id as id where g.unit_id is not null
        union all
        select d from organization.descendants(g.unit_id, day) d where g.extends_to_subunits
        union all
        select x.id from organization.unit x where x.agency_id = g.agency_id
      ) reach
      join organization.unit u on u.id = reach.id
       and (u.deactivated_at is null or (u.deactivated_at at time zone 'America/Sao_Paulo')::date > day)
      join organization.placement p on p.unit_id = u.id and p.valid @> day
     where g.valid @> day
  ), settled as (
    select account_id, case when count(*) = 1 then min(able.agency_id) else min(home_id) end as agency_id from able group by account_id
  )
  select settled.agency_id, count(*)::int from settled group by settled.agency_id $function$;

CREATE OR REPLACE FUNCTION unit_migration.keep_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  sources int;
  targets int;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a migration begins as a draft' using errcode = 'check_violation', constraint = 'migration_order';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'only a draft is deleted' using errcode = 'check_violation', constraint = 'migration_order';
    end if;
    return old;
  end if;
  if new.state <> old.state and old.state || '>' || new.state <> all (array['draft>simulated', 'simulated>draft', 'approved>draft',
      'simulated>approved', 'approved>running', 'running>done', 'running>failed', 'failed>running']) then
    raise exception 'a migration does not go from % to %', old.state, new.state
      using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if (new.mode, new.formal_act, new.case_number, new.new_acronym, new.new_name, new.continues_numbering, new.created_by)
     is distinct from
     (old.mode, old.formal_act, old.case_number, old.new_acronym, old.new_name, old.continues_numbering, old.created_by) then
    raise exception 'what a migration says does not change' using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if old.state not in ('draft', 'simulated') and new.simulation is distinct from old.simulation and new.state <> 'draft' then
    raise exception 'what was approved does not change' using errcode = 'check_violation', constraint = 'migration_order';
  end if;
  if new.state = 'simulated' and old.state = 'draft' then
    select count(*) filter (where role = 'from'), count(*) filter (where role = 'to') into sources, targets
      from unit_migration.migration_unit where migration_id = new.id;
    if not (case new.mode when 'rename' then sources = 1 and targets = 0
                         when 'succession' then sources = 1 and targets = 1
                         when 'merge' then sources >= 2 and targets = 1
                         else sources = 1 and targets >= 2 end) then
      raise exception 'a % does not have % units and % successors', new.mode, sources, targets
        using errcode = 'check_violation', constraint = 'migration_units';
    end if;
  end if;
  -- The superior unit approves (EST-083): one above every unit that is migrated; of a unit at the top, itself.
  if new.state = 'approved' and old.state = 'simulated' and exists (
    select 1 from unit_migration.migration_unit m
     where m.migration_id = new.id and m.role = 'from'
       and new.approved_unit_id not in (
         select a from organization.ancestors(m.unit_id, new.approved_at::date) a
          where a <> m.unit_id
             or not exists (select 1 from organization.placement p where p.unit_id = m.unit_id
                              and p.valid @> new.approved_at::date and p.parent_id is not null))) then
    raise exception 'unit % is not above those that are migrated', new.approved_unit_id
      using errcode = 'check_violation', constraint = 'approved_by_superior_unit';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION unit_migration.only_in_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_migration bigint := case when tg_op = 'DELETE' then old.migration_id else new.migration_id end;
begin
  if exists (select 1 from unit_migration.migration where id = of_migration and state <> 'draft') then
    raise exception 'migration % is no draft any more', of_migration
      using errcode = 'check_violation', constraint = 'migration_is_draft';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION work_plans.take_default()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  with taken as (
    insert into work_plans.association (case_file_id, plan_id, since, set_by, unit_id)
    select new.id, p.id, new.opened_at, new.opened_by, new.unit_id
      from work_plans.case_type_default d join work_plans.plan p on p.id = d.plan_id
     where d.case_type_id = new.case_type_id and p.deactivated_at is null
       and (new.opened_at at time zone 'America/Sao_Paulo')::date
           between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_until, 'infinity')
    returning id
  )
  insert into work_plans.change (case_file_id, association_id, kind, at, account_id, unit_id)
  select new.id, taken.id, 'taken-with-type', new.opened_at, new.opened_by, new.unit_id from taken;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION work_plans.told(case_file bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return (
  select jsonb_build_object('id', a.id::text, 'planId', p.id::text, 'planName', p.name, 'description', p.description,
           'since', (a.since at time zone 'America/Sao_Paulo')::date::text,
           'items', coalesce((
             select jsonb_agg(jsonb_build_object('id', i.id::text, 'name', i.name, 'stepId', s.id::text, 'stepName', s.name,
                      'days', i.days, 'state', g.state,
                      'typeIds', array(select t.document_type_id::text from work_plans.item_document_type t where t.item_id = i.id),
                      'documentIds', array(select d.document_id::text from work_plans.item_document d
                                            where d.association_id = a.id and d.item_id = i.id order by d.document_id))
                      order by s.position, s.id, i.position, i.id)
               from work_plans.step s join work_plans.item i on i.step_id = s.id
               left join work_plans.progress g on g.association_id = a.id and g.item_id = i.id
              where s.plan_id = a.plan_id and (i.deactivated_at is null and s.deactivated_at is null or g.state is not null)), '[]'))
    from work_plans.association a join work_plans.plan p on p.id = a.plan_id
   where a.case_file_id = case_file and a.ended_at is null);
end $function$;

CREATE TRIGGER commitment_is_kept BEFORE UPDATE ON agenda.commitment FOR EACH ROW EXECUTE FUNCTION agenda.keep_commitment();

CREATE TRIGGER commitment_is_never_removed BEFORE DELETE ON agenda.commitment FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER commitment_leaves_its_trail AFTER INSERT OR UPDATE ON agenda.commitment FOR EACH ROW EXECUTE FUNCTION agenda.note_version();

CREATE TRIGGER naming_stays BEFORE DELETE OR UPDATE ON agenda.keeper FOR EACH ROW EXECUTE FUNCTION agenda.naming_stays();

CREATE TRIGGER request_is_kept BEFORE UPDATE ON agenda.request FOR EACH ROW EXECUTE FUNCTION agenda.keep_request();

CREATE TRIGGER request_is_never_removed BEFORE DELETE ON agenda.request FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER version_is_append_only BEFORE DELETE OR UPDATE ON agenda.version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER eliminated_stays BEFORE DELETE OR UPDATE ON archive.listing_item FOR EACH ROW WHEN ((old.state = 'eliminated'::text)) EXECUTE FUNCTION archive.eliminated_stays();

CREATE TRIGGER listing_signature_is_append_only BEFORE DELETE OR UPDATE ON archive.listing_signature FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER bundle_is_append_only BEFORE DELETE OR UPDATE ON auditing.bundle FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER bundle_is_never_emptied BEFORE TRUNCATE ON auditing.bundle FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_goes_by_right AFTER DELETE ON auditing.entry REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION auditing.check_gone();

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON auditing.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON auditing.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER removal_is_append_only BEFORE DELETE OR UPDATE ON auditing.removal FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER removal_is_by_right BEFORE INSERT ON auditing.removal FOR EACH ROW EXECUTE FUNCTION auditing.check_removal();

CREATE TRIGGER removal_is_never_emptied BEFORE TRUNCATE ON auditing.removal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rule_change_is_append_only BEFORE DELETE OR UPDATE ON auditing.rule_change FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER rule_change_is_never_emptied BEFORE TRUNCATE ON auditing.rule_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER term_is_kept BEFORE INSERT OR DELETE OR UPDATE ON auditing.term FOR EACH ROW EXECUTE FUNCTION auditing.keep_term();

CREATE TRIGGER term_is_never_emptied BEFORE TRUNCATE ON auditing.term FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE CONSTRAINT TRIGGER state_agrees AFTER INSERT OR UPDATE ON bundles.availability DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bundles.check_availability();

CREATE TRIGGER moves_as_permitted BEFORE INSERT OR UPDATE ON bundles.bundle FOR EACH ROW EXECUTE FUNCTION bundles.refuse_move();

CREATE CONSTRAINT TRIGGER state_agrees AFTER INSERT OR UPDATE OF state ON bundles.bundle DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bundles.check_availability();

CREATE TRIGGER request_is_kept BEFORE UPDATE ON case_type_requests.request FOR EACH ROW EXECUTE FUNCTION case_type_requests.keep_request();

CREATE TRIGGER request_is_never_removed BEFORE DELETE ON case_type_requests.request FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER case_file_takes_plan AFTER INSERT ON cases.case_file FOR EACH ROW EXECUTE FUNCTION work_plans.take_default();

CREATE TRIGGER holdings_follow_their_case_file AFTER UPDATE ON cases.case_file FOR EACH ROW WHEN (((old.case_type_id IS DISTINCT FROM new.case_type_id) OR (old.effective_level IS DISTINCT FROM new.effective_level))) EXECUTE FUNCTION cases.tell_holdings();

CREATE TRIGGER search_notes_change AFTER UPDATE ON cases.case_file FOR EACH ROW WHEN (((((((((old.agency_id IS DISTINCT FROM new.agency_id) OR (old.unit_id IS DISTINCT FROM new.unit_id)) OR (old.case_type_id IS DISTINCT FROM new.case_type_id)) OR (old.summary IS DISTINCT FROM new.summary)) OR (old.filed_on IS DISTINCT FROM new.filed_on)) OR (old.level IS DISTINCT FROM new.level)) OR (old.effective_level IS DISTINCT FROM new.effective_level)) OR ((old.state = 'deleted'::text) IS DISTINCT FROM (new.state = 'deleted'::text)))) EXECUTE FUNCTION search.note_case();

CREATE TRIGGER search_notes_documents AFTER UPDATE ON cases.case_file FOR EACH ROW WHEN (((((old.case_type_id IS DISTINCT FROM new.case_type_id) OR (old.level IS DISTINCT FROM new.level)) OR (old.effective_level IS DISTINCT FROM new.effective_level)) OR ((old.state = 'deleted'::text) IS DISTINCT FROM (new.state = 'deleted'::text)))) EXECUTE FUNCTION search.note_documents_of_case();

CREATE TRIGGER search_notes_new AFTER INSERT ON cases.case_file FOR EACH ROW EXECUTE FUNCTION search.note_case();

CREATE TRIGGER archive_notes_closing AFTER UPDATE OF closed_at ON cases.holding FOR EACH ROW WHEN (((old.closed_at IS NULL) AND (new.closing = 'concluded'::text))) EXECUTE FUNCTION archive.note_holding();

CREATE TRIGGER archive_notes_opening AFTER INSERT ON cases.holding FOR EACH ROW EXECUTE FUNCTION archive.note_holding();

CREATE TRIGGER archived_lies_nowhere AFTER INSERT ON cases.holding FOR EACH ROW EXECUTE FUNCTION cases.archived_lies_nowhere();

CREATE TRIGGER desk_is_tallied_with_changed AFTER UPDATE ON cases.holding FOR EACH ROW WHEN ((((old.unit_id IS DISTINCT FROM new.unit_id) OR (old.case_type_id IS DISTINCT FROM new.case_type_id)) OR (((old.closed_at IS NULL) AND (NOT old.suspended) AND (NOT old.confidential)) IS DISTINCT FROM ((new.closed_at IS NULL) AND (NOT new.suspended) AND (NOT new.confidential))))) EXECUTE FUNCTION cases.tally_changed_holding();

CREATE TRIGGER desk_is_tallied_with_gone AFTER DELETE ON cases.holding FOR EACH ROW EXECUTE FUNCTION cases.tally_changed_holding();

CREATE TRIGGER desk_is_tallied_with_new AFTER INSERT ON cases.holding REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION cases.tally_new_holdings();

CREATE TRIGGER holding_knows_its_case_file BEFORE INSERT ON cases.holding FOR EACH ROW EXECUTE FUNCTION cases.copy_to_holding();

CREATE TRIGGER search_notes_gone_parties AFTER DELETE ON cases.interested_party REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.note_parties();

CREATE TRIGGER search_notes_new_parties AFTER INSERT ON cases.interested_party REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.note_parties();

CREATE TRIGGER search_notes_observation AFTER INSERT OR DELETE OR UPDATE OF text ON cases.observation FOR EACH ROW EXECUTE FUNCTION search.note_case_part();

CREATE TRIGGER search_notes_passage AFTER INSERT ON cases.passage FOR EACH ROW EXECUTE FUNCTION search.note_passage();

CREATE TRIGGER search_notes_reading AFTER INSERT OR UPDATE OF until ON cases.temporary_reading FOR EACH ROW EXECUTE FUNCTION search.note_passage();

CREATE TRIGGER step_is_append_only BEFORE DELETE OR UPDATE ON checkpoints.step FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER counter_adjustment_is_append_only BEFORE DELETE OR UPDATE ON classification.counter_adjustment FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER form_version_is_append_only BEFORE DELETE OR UPDATE ON classification.form_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER deadline_is_kept BEFORE UPDATE ON deadlines.deadline FOR EACH ROW EXECUTE FUNCTION deadlines.keep_deadline();

CREATE TRIGGER deadline_is_never_removed BEFORE DELETE ON deadlines.deadline FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER demand_is_kept BEFORE UPDATE ON demands.demand FOR EACH ROW EXECUTE FUNCTION demands.keep_demand();

CREATE TRIGGER demand_is_never_removed BEFORE DELETE ON demands.demand FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER extension_is_kept BEFORE UPDATE ON demands.extension FOR EACH ROW EXECUTE FUNCTION demands.keep_extension();

CREATE TRIGGER extension_is_never_removed BEFORE DELETE ON demands.extension FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER sector_is_kept BEFORE UPDATE ON demands.sector FOR EACH ROW EXECUTE FUNCTION demands.keep_sector();

CREATE TRIGGER sector_is_never_removed BEFORE DELETE ON demands.sector FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER search_notes_co_signing AFTER INSERT OR UPDATE OF until ON documents.co_signing FOR EACH ROW EXECUTE FUNCTION search.note_co_signing();

CREATE TRIGGER search_notes_change AFTER UPDATE ON documents.document FOR EACH ROW WHEN ((((((((((((old.case_file_id IS DISTINCT FROM new.case_file_id) OR (old.document_type_id IS DISTINCT FROM new.document_type_id)) OR (old.unit_id IS DISTINCT FROM new.unit_id)) OR (old.dated_on IS DISTINCT FROM new.dated_on)) OR (old.type_number IS DISTINCT FROM new.type_number)) OR (old.description IS DISTINCT FROM new.description)) OR (old.tree_name IS DISTINCT FROM new.tree_name)) OR (old.level IS DISTINCT FROM new.level)) OR (old.version IS DISTINCT FROM new.version)) OR (old.signature_count IS DISTINCT FROM new.signature_count)) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION search.note_document();

CREATE TRIGGER search_notes_new AFTER INSERT ON documents.document FOR EACH ROW EXECUTE FUNCTION search.note_document();

CREATE TRIGGER elimination_is_append_only BEFORE DELETE OR UPDATE ON documents.elimination FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER elimination_is_never_emptied BEFORE TRUNCATE ON documents.elimination FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER only_lawful_elimination BEFORE INSERT ON documents.elimination FOR EACH ROW EXECUTE FUNCTION documents.only_lawful_elimination();

CREATE TRIGGER search_notes_text AFTER INSERT OR UPDATE OF text ON documents.extracted_text FOR EACH ROW EXECUTE FUNCTION search.note_document_part();

CREATE TRIGGER search_notes_replacement AFTER UPDATE OF replaced_at ON documents.file FOR EACH ROW EXECUTE FUNCTION search.note_document_part();

CREATE TRIGGER form_answer_is_append_only BEFORE DELETE OR UPDATE ON documents.form_answer FOR EACH ROW EXECUTE FUNCTION documents.form_answer_is_kept();

CREATE TRIGGER move_is_append_only BEFORE DELETE OR UPDATE ON documents.move FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER redaction_is_append_only BEFORE DELETE OR UPDATE ON documents.redaction FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER version_is_append_only BEFORE DELETE OR UPDATE ON documents.version FOR EACH ROW EXECUTE FUNCTION documents.version_is_kept();

CREATE TRIGGER version_residue_is_append_only BEFORE DELETE OR UPDATE ON documents.version_residue FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER version_is_not_rewritten BEFORE UPDATE ON guides.version FOR EACH ROW EXECUTE FUNCTION guides.refuse_rewriting();

CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON history.event FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON history.event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER head_is_append_only BEFORE DELETE OR UPDATE ON history.head FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER head_is_never_emptied BEFORE TRUNCATE ON history.head FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER node_is_append_only BEFORE DELETE OR UPDATE ON history.node FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER node_is_never_emptied BEFORE TRUNCATE ON history.node FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER seal_is_append_only BEFORE DELETE OR UPDATE ON history.seal FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER seal_is_never_emptied BEFORE TRUNCATE ON history.seal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER time_stamp_is_append_only BEFORE DELETE OR UPDATE ON history.time_stamp FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER time_stamp_is_never_emptied BEFORE TRUNCATE ON history.time_stamp FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER substitution_only_ends BEFORE INSERT OR DELETE OR UPDATE ON identity.substitution FOR EACH ROW EXECUTE FUNCTION identity.keep_substitution();

CREATE TRIGGER email_is_append_only BEFORE DELETE OR UPDATE ON issuing.email FOR EACH ROW EXECUTE FUNCTION issuing.email_is_kept();

CREATE TRIGGER institutional_version_is_append_only BEFORE DELETE OR UPDATE ON knowledge.institutional_version FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER charge_stays BEFORE DELETE OR UPDATE ON mailroom.charge FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_day_stays BEFORE DELETE OR UPDATE ON mailroom.closed_day FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_day_signature_stays BEFORE DELETE OR UPDATE ON mailroom.closed_day_signature FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_line_stays BEFORE DELETE OR UPDATE ON mailroom.closed_line FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_is_kept BEFORE UPDATE ON mailroom.entry FOR EACH ROW EXECUTE FUNCTION mailroom.keep_entry();

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON mailroom.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER entry_step_is_append_only BEFORE DELETE OR UPDATE ON mailroom.entry_step FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER letter_is_kept BEFORE UPDATE ON mailroom.letter FOR EACH ROW EXECUTE FUNCTION mailroom.keep_letter();

CREATE TRIGGER letter_is_never_removed BEFORE DELETE ON mailroom.letter FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER letter_attachment_stays BEFORE DELETE OR UPDATE ON mailroom.letter_attachment FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER letter_step_is_append_only BEFORE DELETE OR UPDATE ON mailroom.letter_step FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER posting_list_stays BEFORE DELETE OR UPDATE ON mailroom.posting_list FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER slip_is_kept BEFORE UPDATE ON mailroom.slip FOR EACH ROW EXECUTE FUNCTION mailroom.keep_slip();

CREATE TRIGGER slip_is_never_removed BEFORE DELETE ON mailroom.slip FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER slip_item_is_kept BEFORE UPDATE ON mailroom.slip_item FOR EACH ROW EXECUTE FUNCTION mailroom.keep_slip_item();

CREATE TRIGGER slip_item_is_never_removed BEFORE DELETE ON mailroom.slip_item FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER placement_has_no_cycle AFTER INSERT OR UPDATE ON organization.placement FOR EACH ROW EXECUTE FUNCTION organization.refuse_cycle();

CREATE TRIGGER register_change_is_append_only BEFORE DELETE OR UPDATE ON organization.register_change FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER search_notes_name AFTER UPDATE OF name ON people.contact FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION search.note_contact();

CREATE TRIGGER job_is_append_only BEFORE DELETE OR UPDATE ON printing.job FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER made_pdf_is_append_only BEFORE DELETE OR UPDATE ON printing.made_pdf FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER activity_is_kept BEFORE UPDATE ON projects.activity FOR EACH ROW EXECUTE FUNCTION projects.keep_activity();

CREATE TRIGGER activity_is_never_removed BEFORE DELETE ON projects.activity FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER dependency_makes_no_circle BEFORE INSERT OR UPDATE ON projects.dependency FOR EACH ROW EXECUTE FUNCTION projects.refuse_circle();

CREATE TRIGGER project_is_never_removed BEFORE DELETE ON projects.project FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER comparison_is_append_only BEFORE DELETE OR UPDATE ON publishing.comparison FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER comparison_is_not_emptied BEFORE TRUNCATE ON publishing.comparison FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER publication_is_kept BEFORE DELETE OR UPDATE ON publishing.publication FOR EACH ROW EXECUTE FUNCTION publishing.keep_published();

CREATE TRIGGER publication_is_not_emptied BEFORE TRUNCATE ON publishing.publication FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER related_is_append_only BEFORE DELETE OR UPDATE ON publishing.related FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER step_is_append_only BEFORE DELETE OR UPDATE ON publishing.step FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER step_is_not_emptied BEFORE TRUNCATE ON publishing.step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER acknowledgement_is_append_only BEFORE DELETE OR UPDATE ON remarks.acknowledgement FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER reply_is_append_only BEFORE DELETE OR UPDATE ON reviewing.reply FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_request_stays BEFORE DELETE OR UPDATE ON reviewing.request FOR EACH ROW EXECUTE FUNCTION reviewing.keep_closed();

CREATE TRIGGER thread_stays BEFORE DELETE OR UPDATE ON reviewing.thread FOR EACH ROW EXECUTE FUNCTION reviewing.keep_thread();

CREATE TRIGGER return_is_kept BEFORE UPDATE OF return_due, returned_at ON routing.movement FOR EACH ROW EXECUTE FUNCTION routing.keep_return();

CREATE TRIGGER content_residue_is_append_only BEFORE DELETE OR UPDATE ON signatures.content_residue FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER signature_is_append_only BEFORE DELETE OR UPDATE ON signatures.signature FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER signed_content_is_append_only BEFORE DELETE OR UPDATE ON signatures.signed_content FOR EACH ROW EXECUTE FUNCTION signatures.content_is_kept();

CREATE TRIGGER closed_agency_is_append_only BEFORE DELETE OR UPDATE ON statistics.closed_agency FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_agency_is_never_emptied BEFORE TRUNCATE ON statistics.closed_agency FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_agency_is_whole BEFORE INSERT ON statistics.closed_agency FOR EACH ROW EXECUTE FUNCTION statistics.refuse_late_row();

CREATE TRIGGER closed_month_is_append_only BEFORE DELETE OR UPDATE ON statistics.closed_month FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_month_is_never_emptied BEFORE TRUNCATE ON statistics.closed_month FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_unit_is_append_only BEFORE DELETE OR UPDATE ON statistics.closed_unit FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_unit_is_never_emptied BEFORE TRUNCATE ON statistics.closed_unit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER closed_unit_is_whole BEFORE INSERT ON statistics.closed_unit FOR EACH ROW EXECUTE FUNCTION statistics.refuse_late_row();

CREATE TRIGGER definition_is_append_only BEFORE DELETE OR UPDATE ON statistics.definition FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_is_append_only BEFORE DELETE OR UPDATE ON statistics.published FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_is_never_emptied BEFORE TRUNCATE ON statistics.published FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_agency_is_append_only BEFORE DELETE OR UPDATE ON statistics.published_agency FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_agency_is_never_emptied BEFORE TRUNCATE ON statistics.published_agency FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_house_is_append_only BEFORE DELETE OR UPDATE ON statistics.published_house FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER published_house_is_never_emptied BEFORE TRUNCATE ON statistics.published_house FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER migration_keeps_order BEFORE INSERT OR DELETE OR UPDATE ON unit_migration.migration FOR EACH ROW EXECUTE FUNCTION unit_migration.keep_order();

CREATE TRIGGER units_only_in_draft BEFORE INSERT OR DELETE OR UPDATE ON unit_migration.migration_unit FOR EACH ROW EXECUTE FUNCTION unit_migration.only_in_draft();

CREATE TRIGGER rules_only_in_draft BEFORE INSERT OR DELETE OR UPDATE ON unit_migration.rule FOR EACH ROW EXECUTE FUNCTION unit_migration.only_in_draft();

CREATE TRIGGER labelling_event_is_append_only BEFORE DELETE OR UPDATE ON watchlists.labelling_event FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER change_is_append_only BEFORE DELETE OR UPDATE ON work_plans.change FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
