/** The files of the spec that `stowage init` makes: small, and with a part in each store. */
export const specFiles: Readonly<Record<string, string>> = {
  'spec/stowage.yaml': `# yaml-language-server: $schema=../generated/schema/stowage.schema.json
stowage: 1
name: magazine
about: A magazine for many editorial teams; each sees its own articles alone.
include: [base.yaml, domains/*.yaml]
output: { root: generated, package: magazine-data }

stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3:
    endpoint: S3_ENDPOINT
    region: S3_REGION
    buckets:
      media: { about: Pictures of the articles., versioned: true, noncurrent_expire: 30d }

tenancy:
  entity: Team
  field: team
  user: Member
  prefix: teams/{team}/
  enforce: rls

placement:
  - { when: "It is listed, counted or joined.", store: postgres }
  - { when: "Its shape differs from record to record, or it comes in masses and expires.", store: mongo }
  - { when: "It is a file.", store: s3 }

rules: { extends: recommended }
`,
  'spec/base.yaml': `# yaml-language-server: $schema=../generated/schema/stowage.schema.json
mixins:
  base_fields:
    about: What every record carries.
    role: base
    fields:
      id:         { type: uuid, primary: true, default: uuid7, about: "Its key, inside PostgreSQL only." }
      ref_id:     { type: ulid, public_id: true, default: ulid, about: "The id that the world sees, the same in every store." }
      created_on: { type: timestamp, default: now, immutable: true, about: When it was made. }
      created_by: { type: ref(Member)?, about: Who made it; empty where no person did. }

  mutable_fields:
    about: What a record carries that changes.
    role: mutable
    fields:
      updated_on: { type: timestamp, default: now, on_update: now, about: When it last changed. }
      updated_by: { type: ref(Member)?, about: Who changed it. }
      revision:   { type: int, default: 0, on_update: increment, about: Counts its changes; two writers notice each other by it. }

  soft_delete_fields:
    about: What a record carries that is hidden before it is removed.
    role: soft_delete
    fields:
      deleted_on: { type: timestamp?, about: When it was hidden. }
      deleted_by: { type: ref(Member)?, about: Who hid it. }
`,
  'spec/domains/people.yaml': `# yaml-language-server: $schema=../../generated/schema/stowage.schema.json
domain: People
about: Who works on the magazine.

enums:
  MemberRole:
    about: What a member may do.
    values:
      author: Writes.
      editor: Writes, and decides what appears.

entities:
  Team:
    about: An editorial team; all else belongs to one.
    use: [base_fields, mutable_fields]
    tenancy: { mode: self, why: it is the tenant }
    postgres:
      why: everything refers to it
      fields:
        name: { type: string(120), about: What it is called. }
      volume: { per_tenant: 1, bytes: 200 }

  Member:
    about: A person of a team.
    use: [base_fields, mutable_fields, soft_delete_fields]
    postgres:
      why: everything that is written refers to one
      fields:
        email: { type: email, lookup: global, classify: pii, about: Where mail reaches them. }
        name:  { type: string(120), classify: pii, about: What they are called. }
        role:  { type: MemberRole, default: author, about: What they may do. }
      unique:
        - { fields: [email], scope: global }
      volume: { per_tenant: 20, bytes: 300 }
`,
  'spec/domains/articles.yaml': `# yaml-language-server: $schema=../../generated/schema/stowage.schema.json
domain: Articles
about: From a draft to what readers see.

enums:
  ArticleStatus:
    about: Where an article stands.
    values:
      draft: Being written.
      in_review: An editor reads it.
      published: Readers see it.
      withdrawn: Readers saw it once.

types:
  Section:
    about: A part of an article under one heading.
    fields:
      heading: { type: string(200), about: What stands above it. }
      text:    { type: text, about: What it says. }

entities:
  Article:
    about: A text that readers see once it is published.
    use: [base_fields, mutable_fields, soft_delete_fields]
    postgres:
      why: listed and counted by status
      fields:
        title:        { type: string(200), about: What stands above the text. }
        status:       { type: ArticleStatus, default: draft, about: Where it stands. }
        written_by:   { type: ref(Member), inverse: articles, about: Its author. }
        published_on: { type: timestamp?, about: When readers first saw it. }
        content:      { type: part(mongo)?, about: Its text; empty until the first draft. }
        cover_s3_key: { type: key(cover)?, about: The picture above it. }
      indexes:
        - [status, published_on desc]
        - [written_by]
      lifecycle:
        field: status
        start: draft
        allow:
          draft: [in_review]
          in_review: [draft, published]
          published: [withdrawn]
      volume: { per_tenant_month: 60, bytes: 400 }
    mongo:
      collection: article_contents
      why: sections differ from article to article, and each draft is kept as it was
      append_only: true
      fields:
        language: { type: string(35), default: en, about: BCP 47 tag of the text. }
        sections: { type: "Section[]", default: [], about: The text in order. }
      volume: { per_tenant_month: 300, bytes: 12kB }
    s3:
      why: a picture is only ever read whole
      objects:
        cover:
          about: The picture above the text.
          bucket: media
          path: articles/{ref_id}/cover/{object}.jpg
          content_type: image/jpeg
          max_size: 5MB
          volume: { per_tenant_month: 60, bytes: 400kB }

  PageView:
    about: One reading of an article.
    use: [base_fields]
    mongo:
      why: comes in masses and is of interest for a quarter
      append_only: true
      expire: { after: 90d, from: created_on }
      fields:
        article:  { type: ref(Article), about: What was read. }
        referrer: { type: url?, about: Where the reader came from. }
      indexes:
        - [article, created_on desc]
      volume: { per_tenant_month: 50k, bytes: 250 }
`,
}
