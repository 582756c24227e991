/** A clinic over all three stores, in two domains: enough of the language for each feature of the editor to be asked about. */
export const clinic: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: 'spec/stowage.yaml',
    text: `stowage: 1
name: clinic
about: Patients, visits and scans.
include: [base.yaml, domains/*.yaml]
docs: { url: "https://docs.clinic.example/" }
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3:
    region: S3_REGION
    buckets:
      scans: { about: Pictures of patients., versioned: true }
tenancy: { entity: Clinic, field: clinic, user: Nurse, prefix: "clinics/{clinic}/" }
rules: { extends: minimal }
`,
  },
  {
    path: 'spec/base.yaml',
    text: `mixins:
  base_fields:
    about: What every record carries.
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
      created_on: { type: timestamp, default: now, immutable: true }
      created_by: ref(Nurse)?
  mutable_fields:
    role: mutable
    fields:
      updated_on: { type: timestamp, default: now, on_update: now }
`,
  },
  {
    path: 'spec/domains/staff.yaml',
    text: `domain: Staff
about: Clinics and those who work there.
entities:
  Clinic:
    about: A house with patients; none sees into another.
    use: [base_fields]
    tenancy: { mode: self, why: These are the tenants. }
    postgres:
      fields:
        name: string(120)
  Nurse:
    about: Somebody who works at a clinic.
    use: [base_fields]
    postgres:
      fields:
        name: { type: string(120), classify: pii, about: Given and family name. }
`,
  },
  {
    path: 'spec/domains/care.yaml',
    text: `domain: Care
about: What happens to patients.
enums:
  VisitStatus: { about: How far a visit is., values: { planned: Not begun., running: The patient is here., done: Over. } }
types:
  Address:
    about: Where somebody lives.
    fields: { street: string(200), city: string(80) }
entities:
  Patient:
    about: Somebody who is treated.
    use: [base_fields, mutable_fields]
    postgres:
      fields:
        name:
          type: string(120)
          about: Given and family name.
          classify: pii
        home: Address?
        email: email?
      unique:
        - [email]
  Visit:
    about: One stay of a patient.
    use: [base_fields]
    postgres:
      fields:
        patient: ref(Patient)
        status: { type: VisitStatus, default: planned }
        begins_on: timestamp
        scan: key(picture)?
        readings: part(mongo)?
      indexes:
        - [status, begins_on desc]
        - { fields: [patient], where: { status: planned } }
      lifecycle:
        field: status
        start: planned
        allow:
          planned: [running]
          running: [done]
    mongo:
      why: its shape differs with each device
      fields:
        readings: json
    s3:
      objects:
        picture:
          about: What the scanner saw.
          bucket: scans
          path: visits/{ref_id}/{object}.png
          content_type: image/png
`,
  },
]

export const care = 'spec/domains/care.yaml'

/** The text of a file of the clinic. */
export function clinicText(path: string): string {
  const file = clinic.find((candidate) => candidate.path === path)
  if (file === undefined) throw new Error(`the clinic has no ${path}`)
  return file.text
}
