import type { ReservedSql } from 'postgres'

/** Everything that the desk shows, written for this page alone. */
export function readDesk(sql: ReservedSql, unit: string, account: string) {
  const pending = sql`return_due is not null and returned_at is null and recalled_at is null`
  return Promise.all([
    sql`
      with chosen as materialized (
        select h.case_file_id, h.origin, h.opened_at, h.received_at, h.assigned_to from cases.holding h
          join cases.case_file c on c.id = h.case_file_id
         where h.unit_id = ${unit} and h.closed_at is null and not h.suspended and c.effective_level <> 'confidential'
         order by h.opened_at desc, h.case_file_id desc limit 50)
      select c.id, c.number, c.digits, t.name as type, c.summary, c.effective_level, c.priority, h.origin, h.opened_at, h.received_at,
             coalesce(a.social_name, a.name) as assignee, c.news_unit_id, c.news_at > r.read_at as news,
             (select p.name from cases.interested_party x join people.contact p on p.id = x.contact_id where x.case_file_id = c.id
               order by x.position limit 1) as interested,
             (select count(*) from cases.interested_party x where x.case_file_id = c.id) as parties,
             (select min(return_due) from routing.movement m where m.case_file_id = c.id and m.to_unit_id = ${unit} and ${pending}) as due,
             (select min(return_due) from routing.movement m where m.case_file_id = c.id and m.from_unit_id = ${unit} and ${pending}) as awaited,
             (select count(*) from documents.document d where d.case_file_id = c.id and d.unit_id = ${unit} and d.state = 'active'
                 and d.kind = 'authored' and d.signature_count = 0) as drafts
        from chosen h join cases.case_file c on c.id = h.case_file_id join classification.case_type t on t.id = c.case_type_id
        left join identity.account a on a.id = h.assigned_to
        left join cases.reading r on r.case_file_id = c.id and r.account_id = ${account}
       order by h.opened_at desc, h.case_file_id desc`,
    sql`
      select count(*) as total, count(*) filter (where h.received_at is null) as unreceived,
             count(*) filter (where h.assigned_to = ${account}) as mine,
             (select count(*) from routing.movement where to_unit_id = ${unit} and ${pending}) as to_return,
             (select count(*) from routing.movement where from_unit_id = ${unit} and ${pending}) as awaited
        from cases.holding h where h.unit_id = ${unit} and h.closed_at is null and not h.suspended`,
    sql`
      select t.id, t.name, count(*) from cases.holding h join cases.case_file c on c.id = h.case_file_id
        join classification.case_type t on t.id = c.case_type_id
       where h.unit_id = ${unit} and h.closed_at is null and not h.suspended group by 1, 2 order by 2`,
    sql`select a.id, a.name from identity.assignment x join identity.account a on a.id = x.account_id
         where x.unit_id = ${unit} and x.valid @> now()::date order by 2`,
  ])
}

/** Everything that the page of a case file shows. */
export function readCase(sql: ReservedSql, unit: string, digits: string) {
  return Promise.all([
    sql`
      select c.*, t.name as type, u.acronym, g.acronym as agency, a.name as opener, l.name as basis,
             exists (select 1 from cases.passage p where p.case_file_id = c.id and p.unit_id = ${unit}) as passed,
             array(select p.name from cases.interested_party i join people.contact p on p.id = i.contact_id where i.case_file_id = c.id) as parties,
             array(select r.code || r.description from cases.case_class k join classification.record_class r on r.id = k.record_class_id
                    where k.case_file_id = c.id) as classes
        from cases.case_file c join classification.case_type t on t.id = c.case_type_id join organization.unit u on u.id = c.unit_id
        join organization.agency g on g.id = c.agency_id join identity.account a on a.id = c.opened_by
        left join classification.legal_basis l on l.id = c.legal_basis_id where c.digits = ${digits}`,
    sql`
      select d.*, t.name as type, u.acronym,
             (select count(*) from documents.document x where x.case_file_id = d.case_file_id and x.state <> 'deleted') as total
        from documents.document d join classification.document_type t on t.id = d.document_type_id
        join organization.unit u on u.id = d.unit_id
       where d.case_file_id = (select id from cases.case_file where digits = ${digits}) and d.state <> 'deleted'
       order by d.position desc, d.id desc limit 50`,
    sql`
      select u.acronym, u.name, h.opened_at, h.received_at, a.name as assignee from cases.holding h join organization.unit u on u.id = h.unit_id
        left join identity.account a on a.id = h.assigned_to
       where h.case_file_id = (select id from cases.case_file where digits = ${digits}) and h.closed_at is null`,
  ])
}

/** A document with its text and signatures, and the tree in which it stands. */
export function readDocument(sql: ReservedSql, number: string) {
  return Promise.all([
    sql`
      select d.*, c.number as case_number, c.summary, t.name as type, u.acronym, v.content, v.sha256,
             (select json_agg(s) from signatures.signature s where s.document_id = d.id) as signatures
        from documents.document d join cases.case_file c on c.id = d.case_file_id
        join classification.document_type t on t.id = d.document_type_id join organization.unit u on u.id = d.unit_id
        join documents.version v on v.document_id = d.id and v.number = d.version where d.number = ${number}`,
    sql`
      select d.*, t.name as type, u.acronym from documents.document d join classification.document_type t on t.id = d.document_type_id
        join organization.unit u on u.id = d.unit_id
       where d.case_file_id = (select case_file_id from documents.document where number = ${number}) order by d.position, d.id limit 50`,
  ])
}

/** The newest documents with these words, and how many there are. */
export function search(sql: ReservedSql, words: string) {
  const query = words.split(' ').join(' & ')
  return Promise.all([
    sql`
      select d.number, d.description, t.name as type, c.number as case_number, c.digits, k.name as case_type, u.acronym, g.acronym as agency,
             a.name as author, d.created_at, left(v.plain_text, 60000) as text
        from (select document_id from search.document_text where words @@ to_tsquery('portuguese', platform.norm_pt(${query}))
               order by document_id desc limit 20) h
        join documents.document d on d.id = h.document_id join cases.case_file c on c.id = d.case_file_id
        join classification.document_type t on t.id = d.document_type_id join classification.case_type k on k.id = c.case_type_id
        join organization.unit u on u.id = d.unit_id join organization.agency g on g.id = u.agency_id
        join identity.account a on a.id = d.created_by
        join documents.version v on v.document_id = d.id and v.number = d.version order by d.id desc`,
    sql`select count(*) from (select 1 from search.document_text where words @@ to_tsquery('portuguese', platform.norm_pt(${query})) limit 1001) x`,
  ])
}
