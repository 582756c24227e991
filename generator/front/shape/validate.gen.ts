// @ts-nocheck
// Made by `node scripts/precompile-schema.ts` from generator/front/schema/. Do not edit.
"use strict";
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","if":{"required":["rules"],"propertyNames":{"enum":["about","rules"]}},"then":{"$ref":"#/$defs/sharedRules"},"else":{"if":{"anyOf":[{"required":["stowage"]},{"required":["stores"]},{"required":["tenancy"]},{"required":["conventions"]},{"required":["placement"]},{"required":["rules"]},{"required":["output"]}]},"then":{"$ref":"#/$defs/project"},"else":{"$ref":"#/$defs/domain"}},"$defs":{"project":{"examples":[{"stowage":1,"name":"web-shop","stores":{"postgres":{"version":16,"url":"POSTGRES_URL"}}}],"type":"object","properties":{"stowage":{"examples":[1],"type":"integer","const":1},"name":{"examples":["web-shop"],"type":"string","pattern":"^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$","x-expected":"a kebab-case name: lower-case letters and digits, with hyphens between words, such as `web-shop`"},"about":{"examples":["A shop with many merchants."],"type":"string","pattern":"\\S","x-expected":"a text"},"include":{"examples":[["base.yaml","domains/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true},"output":{"examples":[{"root":"generated","package":"@acme/provider-db"}],"type":"object","properties":{"root":{"examples":["generated"],"type":"string","pattern":"^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$","x-expected":"a folder below the project's folder with `/` between its parts and no `..`, such as `generated`"},"package":{"examples":["@acme/provider-db"],"type":"string","pattern":"^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","x-expected":"the name of an npm package, such as `@acme/provider-db`"},"drawings":{"examples":[true],"type":"boolean"}},"additionalProperties":false},"docs":{"examples":[{"url":"https://docs.example.com/","source":"https://github.com/acme/shop/blob/main/"}],"type":"object","properties":{"url":{"examples":["https://docs.example.com/storage/"],"type":"string","pattern":"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$","x-expected":"an address that starts with `https://` and ends with `/`, such as `https://docs.example.com/`"},"source":{"examples":["https://github.com/acme/shop/blob/main/"],"type":"string","pattern":"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$","x-expected":"an address that starts with `https://` and ends with `/`, such as `https://docs.example.com/`"}},"additionalProperties":false},"stores":{"$ref":"#/$defs/stores"},"tenancy":{"$ref":"#/$defs/tenancy"},"conventions":{"$ref":"#/$defs/conventions"},"placement":{"examples":[[{"when":"large files","store":"s3"}]],"type":"array","items":{"examples":[{"when":"large files","store":"s3"}],"type":"object","properties":{"when":{"examples":["relational data that is counted or joined"],"type":"string","pattern":"\\S","x-expected":"a text"},"store":{"examples":["postgres"],"type":"string","enum":["postgres","mongo","s3"]}},"required":["when","store"],"additionalProperties":false}},"rules":{"$ref":"#/$defs/rules"}},"required":["stowage","name","stores"],"additionalProperties":false},"domain":{"examples":[{"domain":"Billing","entities":{"Invoice":{"postgres":{"fields":{"number":"string(20)"}}}}}],"type":"object","properties":{"domain":{"examples":["Billing"],"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$","x-expected":"a name of at most 63 letters, digits, spaces, hyphens and underscores that starts with a letter, such as `Billing`"},"about":{"examples":["From an order to its payment."],"type":"string","pattern":"\\S","x-expected":"a text"},"include":{"examples":[["base.yaml","domains/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true},"mixins":{"examples":[{"base_fields":{"fields":{"created_on":"timestamp"}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/mixin"}},"enums":{"examples":[{"InvoiceStatus":["draft","sent"]}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/enum"}},"types":{"examples":[{"Address":{"fields":{"city":"string(80)"}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/type"}},"entities":{"examples":[{"Invoice":{"postgres":{"fields":{"number":"string(20)"}}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/entity"}}},"additionalProperties":false},"stores":{"examples":[{"postgres":{"version":16,"url":"POSTGRES_URL"}}],"type":"object","properties":{"postgres":{"examples":[{"version":16,"url":"POSTGRES_URL"}],"type":"object","properties":{"version":{"examples":[16],"type":"integer","minimum":15,"maximum":99},"url":{"examples":["POSTGRES_URL"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"}},"required":["version","url"],"additionalProperties":false},"mongo":{"examples":[{"version":7,"url":"MONGO_URL"}],"type":"object","properties":{"version":{"examples":[7],"type":"integer","minimum":6,"maximum":99},"url":{"examples":["MONGO_URL"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"}},"required":["version","url"],"additionalProperties":false},"s3":{"examples":[{"region":"S3_REGION","buckets":{"documents":{}}}],"type":"object","properties":{"endpoint":{"examples":["S3_ENDPOINT"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"region":{"examples":["S3_REGION"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"path_style":{"examples":[true],"type":"boolean"},"presign":{"examples":["15m"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},"buckets":{"examples":[{"documents":{"versioned":true}}],"type":"object","propertyNames":{"type":"string","pattern":"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$","x-expected":"a name of letters and digits, with hyphens between words, such as `raw-uploads`"},"additionalProperties":{"examples":[{"versioned":true,"expire":"90d"}],"type":"object","properties":{"about":{"examples":["Documents that customers get."],"type":"string","pattern":"\\S","x-expected":"a text"},"env":{"examples":["S3_BUCKET_DOCUMENTS"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"versioned":{"examples":[true],"type":"boolean"},"lock":{"examples":[{"mode":"compliance","retain":"7y"}],"type":"object","properties":{"mode":{"examples":["compliance"],"type":"string","enum":["compliance","governance"]},"retain":{"examples":["7y"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"}},"required":["mode","retain"],"additionalProperties":false},"expire":{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"},"noncurrent_expire":{"examples":["30d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"},"abort_uploads":{"examples":["7d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"}},"additionalProperties":false},"minProperties":1}},"required":["region","buckets"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1},"tenancy":{"examples":[{"entity":"Tenant","field":"tenant","user":"User","prefix":"tenants/{tenant}/","enforce":"rls"}],"type":"object","properties":{"entity":{"examples":["Tenant"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"field":{"examples":["tenant"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"user":{"examples":["User"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"prefix":{"examples":["tenants/{tenant}/"],"type":"string","pattern":"^([^\\s/]+/)+$","x-expected":"the start of a key, which ends with `/`, such as `tenants/{tenant}/`"},"enforce":{"examples":["rls"],"type":"string","enum":["rls","application"]},"roles":{"examples":[{"owner":"shop_owner","app":"shop_app"}],"type":"object","properties":{"owner":{"examples":["shop_owner"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"app":{"examples":["shop_app"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"system":{"examples":["shop_system"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"backup":{"examples":["shop_backup"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"}},"additionalProperties":false,"minProperties":1}},"required":["entity","field"],"additionalProperties":false},"conventions":{"examples":[{"postgres":{"table":{"case":"snake_case","number":"plural"}}}],"type":"object","properties":{"spec":{"examples":[{"entity":{"case":"PascalCase","number":"singular"}}],"type":"object","properties":{"entity":{"examples":[{"case":"PascalCase","number":"singular"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"field":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"enum":{"examples":[{"case":"PascalCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"enum_value":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"type":{"examples":[{"case":"PascalCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"mixin":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"object":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false},"postgres":{"examples":[{"column":{"case":"snake_case"}}],"type":"object","properties":{"table":{"examples":[{"case":"snake_case","number":"plural"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"column":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"constraint":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"index":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"view":{"examples":[{"case":"snake_case","prefix":"live_"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"roles":{"examples":[{"timestamp":{"suffix":"_on"}}],"type":"object","properties":{"timestamp":{"examples":[{"suffix":"_on"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"user_ref":{"examples":[{"suffix":"_by"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"external_id":{"examples":[{"prefix":"external_"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"object_key":{"examples":[{"suffix":"s3_key"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"foreign_key":{"examples":[{"suffix":"_id"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"store_ref":{"examples":[{"suffix":"_ref"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"internal_id":{"examples":[{"name":"id"}],"type":"object","properties":{"name":{"examples":["id"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"additionalProperties":false,"minProperties":1},"public_id":{"examples":[{"name":"ref_id"}],"type":"object","properties":{"name":{"examples":["id"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false}},"additionalProperties":false},"mongo":{"examples":[{"field":{"case":"camelCase"}}],"type":"object","properties":{"collection":{"examples":[{"case":"snake_case","number":"plural"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"field":{"examples":[{"case":"camelCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"index":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"reference":{"examples":[{"suffix":"_ref_id"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false},"s3":{"examples":[{"segment":{"case":"kebab-case"}}],"type":"object","properties":{"segment":{"examples":[{"case":"kebab-case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"bucket":{"examples":[{"case":"kebab-case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false}},"additionalProperties":false},"rules":{"examples":[{"extends":"recommended","levels":{"naming/timestamp-suffix":"error"}}],"type":"object","properties":{"extends":{"examples":["recommended",["strict","./house-rules.yaml"]],"anyOf":[{"type":"string","pattern":"\\S","x-expected":"a text"},{"examples":[["strict"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1}]},"levels":{"$ref":"#/$defs/levels"},"options":{"$ref":"#/$defs/options"},"overrides":{"examples":[[{"entities":["Legacy*"],"levels":{"naming/table":"warning"}}]],"type":"array","items":{"examples":[{"files":["domains/legacy/*.yaml"],"levels":{"naming/table":"off"},"why":"goes with the next release"}],"type":"object","properties":{"files":{"examples":[["domains/legacy/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1},"entities":{"examples":[["AuditEntry","Legacy*"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1},"levels":{"$ref":"#/$defs/levels"},"options":{"$ref":"#/$defs/options"},"why":{"examples":["goes with the next release"],"type":"string","pattern":"\\S","x-expected":"a text"}},"additionalProperties":false}},"files":{"examples":[["rules/*.ts"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true}},"additionalProperties":false},"sharedRules":{"examples":[{"rules":{"extends":"strict"}}],"type":"object","properties":{"about":{"examples":["What all our services keep to."],"type":"string","pattern":"\\S","x-expected":"a text"},"rules":{"$ref":"#/$defs/rules"}},"required":["rules"],"additionalProperties":false},"levels":{"examples":[{"naming/timestamp-suffix":"warning"}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$","x-expected":"the code of a rule, such as `naming/timestamp-suffix`"},"additionalProperties":{"$ref":"#/$defs/level"},"properties":{"naming/entity-case":{"$ref":"#/$defs/level"},"naming/field-case":{"$ref":"#/$defs/level"},"naming/enum-case":{"$ref":"#/$defs/level"},"naming/enum-value-case":{"$ref":"#/$defs/level"},"naming/type-case":{"$ref":"#/$defs/level"},"naming/mixin-case":{"$ref":"#/$defs/level"},"naming/object-case":{"$ref":"#/$defs/level"},"naming/table":{"$ref":"#/$defs/level"},"naming/column":{"$ref":"#/$defs/level"},"naming/constraint":{"$ref":"#/$defs/level"},"naming/index":{"$ref":"#/$defs/level"},"naming/collection":{"$ref":"#/$defs/level"},"naming/document-field":{"$ref":"#/$defs/level"},"naming/s3-segment":{"$ref":"#/$defs/level"},"naming/bucket":{"$ref":"#/$defs/level"},"naming/timestamp-suffix":{"$ref":"#/$defs/level"},"naming/user-ref-suffix":{"$ref":"#/$defs/level"},"naming/external-id-prefix":{"$ref":"#/$defs/level"},"naming/object-key-suffix":{"$ref":"#/$defs/level"},"naming/foreign-key-suffix":{"$ref":"#/$defs/level"},"naming/store-ref-suffix":{"$ref":"#/$defs/level"},"naming/internal-id":{"$ref":"#/$defs/level"},"naming/public-id":{"$ref":"#/$defs/level"},"placement/large-text-in-postgres":{"$ref":"#/$defs/level"},"placement/append-log-in-postgres":{"$ref":"#/$defs/level"},"placement/relational-in-mongo":{"$ref":"#/$defs/level"},"placement/binary-outside-s3":{"$ref":"#/$defs/level"},"split/no-shared-id":{"$ref":"#/$defs/level"},"split/dangling-part":{"$ref":"#/$defs/level"},"split/pointer-without-object":{"$ref":"#/$defs/level"},"split/cascade-strands-object":{"$ref":"#/$defs/level"},"s3/key-ambiguous":{"$ref":"#/$defs/level"},"s3/key-prefix-overlap":{"$ref":"#/$defs/level"},"s3/key-without-tenant":{"$ref":"#/$defs/level"},"s3/key-without-object":{"$ref":"#/$defs/level"},"s3/key-too-long":{"$ref":"#/$defs/level"},"s3/pii-in-key":{"$ref":"#/$defs/level"},"postgres/soft-delete-unique":{"$ref":"#/$defs/level"},"postgres/foreign-key-unindexed":{"$ref":"#/$defs/level"},"postgres/index-not-searchable":{"$ref":"#/$defs/level"},"postgres/identifier-too-long":{"$ref":"#/$defs/level"},"postgres/partition-referenced":{"$ref":"#/$defs/level"},"postgres/append-only-changes":{"$ref":"#/$defs/level"},"postgres/duplicate-index":{"$ref":"#/$defs/level"},"mongo/duplicate-index":{"$ref":"#/$defs/level"},"mongo/expire-needs-timestamp":{"$ref":"#/$defs/level"},"mongo/two-text-indexes":{"$ref":"#/$defs/level"},"mongo/append-only-changes":{"$ref":"#/$defs/level"},"lifecycle/unreachable-state":{"$ref":"#/$defs/level"},"lifecycle/no-terminal-state":{"$ref":"#/$defs/level"},"lifecycle/default-is-not-start":{"$ref":"#/$defs/level"},"retention/lock-conflict":{"$ref":"#/$defs/level"},"retention/pointer-expires":{"$ref":"#/$defs/level"},"tenancy/unscoped-entity":{"$ref":"#/$defs/level"},"tenancy/cross-tenant-reference":{"$ref":"#/$defs/level"},"docs/missing-about":{"$ref":"#/$defs/level"}}},"options":{"examples":[{"placement/large-text-in-postgres":{"max_characters":8000}}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$","x-expected":"the code of a rule, such as `naming/timestamp-suffix`"},"additionalProperties":{"type":"object"},"properties":{"naming/entity-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/field-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/enum-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/enum-value-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/type-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/mixin-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/object-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/table":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/column":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/constraint":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/collection":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/document-field":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/s3-segment":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/bucket":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/timestamp-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/user-ref-suffix":{"examples":[{"verbs":{"curator":"curated"}}],"type":"object","properties":{"verbs":{"examples":[{"curator":"curated"}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]+$","x-expected":"a word in lower case"},"additionalProperties":{"type":"string","pattern":"\\S","x-expected":"a text"}}},"additionalProperties":false},"naming/external-id-prefix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/object-key-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/foreign-key-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/store-ref-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/internal-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/public-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"placement/large-text-in-postgres":{"examples":[{"max_characters":4000}],"type":"object","properties":{"max_characters":{"examples":[4000],"type":"integer","minimum":1,"maximum":10485760},"max_row_bytes":{"examples":[2000],"type":"integer","minimum":1,"maximum":1073741824}},"additionalProperties":false},"placement/append-log-in-postgres":{"examples":[{"many_records":50000}],"type":"object","properties":{"many_records":{"examples":[50000],"type":"integer","minimum":1,"maximum":1000000000}},"additionalProperties":false},"placement/relational-in-mongo":{"examples":[{"many_references":3}],"type":"object","properties":{"many_references":{"examples":[3],"type":"integer","minimum":1,"maximum":1000}},"additionalProperties":false},"placement/binary-outside-s3":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/no-shared-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/dangling-part":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/pointer-without-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/cascade-strands-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-ambiguous":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-prefix-overlap":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-without-tenant":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-without-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-too-long":{"examples":[{"max_bytes":1024}],"type":"object","properties":{"max_bytes":{"examples":[1024],"type":"integer","minimum":64,"maximum":1024}},"additionalProperties":false},"s3/pii-in-key":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/soft-delete-unique":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/foreign-key-unindexed":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/index-not-searchable":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/identifier-too-long":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/partition-referenced":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/append-only-changes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/duplicate-index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/duplicate-index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/expire-needs-timestamp":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/two-text-indexes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/append-only-changes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/unreachable-state":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/no-terminal-state":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/default-is-not-start":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"retention/lock-conflict":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"retention/pointer-expires":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"tenancy/unscoped-entity":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"tenancy/cross-tenant-reference":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"docs/missing-about":{"examples":[{"kinds":["entities","fields","enums","value_types","objects"]}],"type":"object","properties":{"kinds":{"examples":[["entities","fields","enums","value_types","objects"]],"type":"array","items":{"type":"string","enum":["entities","fields","enums","value_types","objects"]},"uniqueItems":true}},"additionalProperties":false}}},"level":{"examples":["off"],"type":"string","enum":["off","info","warning","error"]},"mixin":{"examples":[{"about":"What every record carries.","role":"base","fields":{"created_on":"timestamp"}}],"type":"object","properties":{"about":{"examples":["What every record carries."],"type":"string","pattern":"\\S","x-expected":"a text"},"role":{"examples":["base"],"type":"string","enum":["base","mutable","soft_delete","plain"]},"use":{"$ref":"#/$defs/use"},"fields":{"$ref":"#/$defs/fields"}},"additionalProperties":false,"minProperties":1},"type":{"examples":[{"about":"Where something is sent.","fields":{"street":"string(200)","city":"string(80)"}}],"type":"object","properties":{"about":{"examples":["Where something is sent."],"type":"string","pattern":"\\S","x-expected":"a text"},"fields":{"$ref":"#/$defs/fields","type":"object","minProperties":1}},"required":["fields"],"additionalProperties":false},"enum":{"examples":[["draft","sent"],{"about":"Where an invoice stands.","values":{"draft":"Not sent yet."}}],"anyOf":[{"examples":[["draft","sent"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"minItems":1},{"examples":[{"values":{"draft":"Not sent yet."}}],"type":"object","properties":{"about":{"examples":["Where an invoice stands."],"type":"string","pattern":"\\S","x-expected":"a text"},"values":{"examples":[{"draft":"Not sent yet."},["draft"]],"anyOf":[{"examples":[["draft","sent"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"minItems":1},{"examples":[{"draft":"Not sent yet."}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["Not sent yet."],"type":"string","pattern":"\\S","x-expected":"a text"},"minProperties":1}]}},"required":["values"],"additionalProperties":false}]},"entity":{"examples":[{"about":"What a customer owes.","postgres":{"fields":{"number":"string(20)"}}}],"type":"object","properties":{"about":{"examples":["What a customer owes."],"type":"string","pattern":"\\S","x-expected":"a text"},"was":{"examples":["Bill"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"use":{"$ref":"#/$defs/use"},"tenancy":{"examples":["required",{"mode":"none","why":"Prices are the same for everybody."}],"anyOf":[{"examples":["required"],"type":"string","enum":["required","shared","none","self"]},{"examples":[{"mode":"self","why":"These are the tenants."}],"type":"object","properties":{"mode":{"examples":["required"],"type":"string","enum":["required","shared","none","self"]},"why":{"examples":["Prices are the same for everybody."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["mode"],"additionalProperties":false}]},"postgres":{"$ref":"#/$defs/postgres"},"mongo":{"$ref":"#/$defs/mongo"},"s3":{"$ref":"#/$defs/s3"}},"additionalProperties":false},"postgres":{"examples":[{"why":"counted and joined","fields":{"number":"string(20)"},"indexes":[["number"]]}],"type":"object","properties":{"table":{"examples":["invoices"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"why":{"examples":["counted and joined"],"type":"string","pattern":"\\S","x-expected":"a text"},"append_only":{"examples":[true],"type":"boolean"},"partition":{"examples":[{"by":"created_on","every":"month"}],"type":"object","properties":{"by":{"examples":["created_on"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"every":{"examples":["month"],"type":"string","enum":["month"]}},"required":["by","every"],"additionalProperties":false},"fields":{"$ref":"#/$defs/fields"},"unique":{"$ref":"#/$defs/uniques"},"indexes":{"$ref":"#/$defs/indexes"},"lifecycle":{"examples":[{"field":"status","start":"draft","allow":{"draft":["sent"]}}],"type":"object","properties":{"field":{"examples":["status"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"start":{"examples":["draft"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"allow":{"examples":[{"draft":["sent","cancelled"]}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[["sent","cancelled"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true}},"about":{"examples":[{"draft":"Not sent yet."}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["Not sent yet."],"type":"string","pattern":"\\S","x-expected":"a text"}}},"required":["field","start","allow"],"additionalProperties":false},"volume":{"$ref":"#/$defs/volume"}},"additionalProperties":false},"mongo":{"examples":[{"why":"its shape differs with each source","fields":{"payload":"json"},"expire":"90d"}],"type":"object","properties":{"collection":{"examples":["event_logs"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"why":{"examples":["its shape differs with each source"],"type":"string","pattern":"\\S","x-expected":"a text"},"append_only":{"examples":[true],"type":"boolean"},"expire":{"examples":["90d",{"after":"90d","from":"created_on"}],"anyOf":[{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},{"examples":[{"after":"90d","from":"created_on"}],"type":"object","properties":{"after":{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},"from":{"examples":["created_on"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"required":["after"],"additionalProperties":false}]},"fields":{"$ref":"#/$defs/fields"},"unique":{"$ref":"#/$defs/uniques"},"indexes":{"$ref":"#/$defs/indexes"},"text_index":{"examples":[{"summary":5}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[10],"type":"integer","minimum":1,"maximum":99999},"minProperties":1},"volume":{"$ref":"#/$defs/volume"}},"additionalProperties":false},"s3":{"examples":[{"objects":{"pdf":{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}}}],"type":"object","properties":{"why":{"examples":["a large file"],"type":"string","pattern":"\\S","x-expected":"a text"},"objects":{"examples":[{"pdf":{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}],"type":"object","properties":{"about":{"examples":["The invoice as it was sent."],"type":"string","pattern":"\\S","x-expected":"a text"},"bucket":{"examples":["documents"],"type":"string","pattern":"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$","x-expected":"a name of letters and digits, with hyphens between words, such as `raw-uploads`"},"path":{"examples":["invoices/{ref_id}/{object}.pdf"],"type":"string","pattern":"^[^\\s/]+(/[^\\s/]+)*$","x-expected":"a path without spaces and without a `/` at its ends, such as `reports/{ref_id}/{object}.pdf`"},"content_type":{"examples":["application/pdf"],"type":"string","pattern":"^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$","x-expected":"a media type in lower case, such as `text/markdown`"},"max_size":{"examples":["1MB",400000],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$","x-expected":"a size such as `400`, `6kB`, `1MB` or `2GB`"}]},"write":{"examples":["once"],"type":"string","enum":["once","versions"]},"volume":{"$ref":"#/$defs/volume"}},"required":["bucket","path","content_type"],"additionalProperties":false},"minProperties":1}},"required":["objects"],"additionalProperties":false},"use":{"examples":[["base_fields","mutable_fields"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true},"fields":{"examples":[{"name":"string(120)","paid_on":"timestamp?"}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/field"}},"field":{"examples":["string(120)",{"type":"int"}],"anyOf":[{"type":"string","pattern":"\\S","x-expected":"a text","examples":["timestamp?"]},{"examples":[{"type":"int","min":0}],"type":"object","properties":{"type":{"examples":["string(120)","ref(User)?"],"type":"string","pattern":"\\S","x-expected":"a text"},"length":{"examples":[120],"type":"integer","minimum":1,"maximum":10485760},"precision":{"examples":[12],"type":"integer","minimum":1,"maximum":1000},"scale":{"examples":[2],"type":"integer","minimum":0,"maximum":1000},"list":{"examples":[true],"type":"boolean"},"optional":{"examples":[true],"type":"boolean"},"primary":{"examples":[true],"type":"boolean"},"public_id":{"examples":[true],"type":"boolean"},"default":{"examples":["now",0,false,[]],"type":["string","number","boolean","array"],"maxItems":0},"min":{"examples":[0],"type":"number"},"max":{"examples":[100],"type":"number"},"pattern":{"examples":["^[a-z0-9-]+$"],"type":"string","pattern":"\\S","x-expected":"a text"},"unique":{"examples":[true,{"scope":"global","deleted":"counted"}],"anyOf":[{"type":"boolean"},{"examples":[{"scope":"global"}],"type":"object","properties":{"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"deleted":{"examples":["ignored"],"type":"string","enum":["ignored","counted"]}},"additionalProperties":false,"minProperties":1}]},"lookup":{"examples":["global"],"type":"string","enum":["global"]},"immutable":{"examples":[true],"type":"boolean"},"on_update":{"examples":["now"],"type":"string","enum":["now","increment"]},"on_delete":{"examples":["restrict"],"type":"string","enum":["restrict","cascade","set_null"]},"on_soft_delete":{"examples":["restrict"],"type":"string","enum":["restrict","cascade"]},"inverse":{"examples":["invoices"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"name":{"examples":["legacy_no"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"was":{"examples":["title"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"classify":{"examples":["public"],"type":"string","enum":["public","internal","pii","secret"]},"about":{"examples":["When the invoice was sent."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["type"],"additionalProperties":false}]},"uniques":{"examples":[[["number"]],[{"fields":[],"where":{"status":"active"},"name":"one_active_plan"}]],"type":"array","items":{"examples":[["order","position"],{"fields":["email"],"scope":"global"}],"anyOf":[{"examples":[["status","position"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true,"minItems":1},{"examples":[{"fields":["email"],"scope":"global"}],"type":"object","properties":{"fields":{"examples":[["status","position"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true},"where":{"$ref":"#/$defs/where"},"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"deleted":{"examples":["ignored"],"type":"string","enum":["ignored","counted"]},"name":{"examples":["one_active_plan"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"about":{"examples":["At most one active plan for each tenant."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["fields"],"additionalProperties":false}]}},"indexes":{"examples":[[["status","created_on desc"]],[{"fields":["expires_on"],"where":{"revoked_on":null}}]],"type":"array","items":{"examples":[["status","created_on desc"],{"fields":["email"],"scope":"global"}],"anyOf":[{"examples":[["status","created_on desc"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$","x-expected":"the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`"},"minItems":1,"uniqueItems":true},{"examples":[{"fields":["expires_on"],"where":{"revoked_on":null}}],"type":"object","properties":{"fields":{"examples":[["status","created_on desc"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$","x-expected":"the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`"},"minItems":1,"uniqueItems":true},"where":{"$ref":"#/$defs/where"},"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"name":{"examples":["one_active_plan"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"about":{"examples":["At most one active plan for each tenant."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["fields"],"additionalProperties":false}]}},"where":{"examples":[{"status":"active","revoked_on":null},{"status":["draft","sent"],"paid_on":{"not":null}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["active",["draft","sent"],null,{"not":null}],"anyOf":[{"type":["string","number","boolean","null"]},{"examples":[["draft","sent"]],"type":"array","items":{"type":["string","number","boolean"]},"minItems":1,"uniqueItems":true},{"examples":[{"not":null}],"type":"object","properties":{"not":{"examples":[null],"type":"null"}},"required":["not"],"additionalProperties":false}]},"minProperties":1},"volume":{"examples":[{"per_tenant_month":"200k","bytes":400}],"type":"object","properties":{"total":{"examples":["2M"],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"per_tenant":{"examples":[10],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"per_tenant_month":{"examples":["200k",30],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"bytes":{"examples":[400,"6kB"],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$","x-expected":"a size such as `400`, `6kB`, `1MB` or `2GB`"}]}},"additionalProperties":false,"minProperties":1}}};
const schema20 = {"examples":[{"rules":{"extends":"strict"}}],"type":"object","properties":{"about":{"examples":["What all our services keep to."],"type":"string","pattern":"\\S","x-expected":"a text"},"rules":{"$ref":"#/$defs/rules"}},"required":["rules"],"additionalProperties":false};
const pattern3 = new RegExp("\\S", "u");
const schema21 = {"examples":[{"extends":"recommended","levels":{"naming/timestamp-suffix":"error"}}],"type":"object","properties":{"extends":{"examples":["recommended",["strict","./house-rules.yaml"]],"anyOf":[{"type":"string","pattern":"\\S","x-expected":"a text"},{"examples":[["strict"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1}]},"levels":{"$ref":"#/$defs/levels"},"options":{"$ref":"#/$defs/options"},"overrides":{"examples":[[{"entities":["Legacy*"],"levels":{"naming/table":"warning"}}]],"type":"array","items":{"examples":[{"files":["domains/legacy/*.yaml"],"levels":{"naming/table":"off"},"why":"goes with the next release"}],"type":"object","properties":{"files":{"examples":[["domains/legacy/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1},"entities":{"examples":[["AuditEntry","Legacy*"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true,"minItems":1},"levels":{"$ref":"#/$defs/levels"},"options":{"$ref":"#/$defs/options"},"why":{"examples":["goes with the next release"],"type":"string","pattern":"\\S","x-expected":"a text"}},"additionalProperties":false}},"files":{"examples":[["rules/*.ts"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true}},"additionalProperties":false};
const schema22 = {"examples":[{"naming/timestamp-suffix":"warning"}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$","x-expected":"the code of a rule, such as `naming/timestamp-suffix`"},"additionalProperties":{"$ref":"#/$defs/level"},"properties":{"naming/entity-case":{"$ref":"#/$defs/level"},"naming/field-case":{"$ref":"#/$defs/level"},"naming/enum-case":{"$ref":"#/$defs/level"},"naming/enum-value-case":{"$ref":"#/$defs/level"},"naming/type-case":{"$ref":"#/$defs/level"},"naming/mixin-case":{"$ref":"#/$defs/level"},"naming/object-case":{"$ref":"#/$defs/level"},"naming/table":{"$ref":"#/$defs/level"},"naming/column":{"$ref":"#/$defs/level"},"naming/constraint":{"$ref":"#/$defs/level"},"naming/index":{"$ref":"#/$defs/level"},"naming/collection":{"$ref":"#/$defs/level"},"naming/document-field":{"$ref":"#/$defs/level"},"naming/s3-segment":{"$ref":"#/$defs/level"},"naming/bucket":{"$ref":"#/$defs/level"},"naming/timestamp-suffix":{"$ref":"#/$defs/level"},"naming/user-ref-suffix":{"$ref":"#/$defs/level"},"naming/external-id-prefix":{"$ref":"#/$defs/level"},"naming/object-key-suffix":{"$ref":"#/$defs/level"},"naming/foreign-key-suffix":{"$ref":"#/$defs/level"},"naming/store-ref-suffix":{"$ref":"#/$defs/level"},"naming/internal-id":{"$ref":"#/$defs/level"},"naming/public-id":{"$ref":"#/$defs/level"},"placement/large-text-in-postgres":{"$ref":"#/$defs/level"},"placement/append-log-in-postgres":{"$ref":"#/$defs/level"},"placement/relational-in-mongo":{"$ref":"#/$defs/level"},"placement/binary-outside-s3":{"$ref":"#/$defs/level"},"split/no-shared-id":{"$ref":"#/$defs/level"},"split/dangling-part":{"$ref":"#/$defs/level"},"split/pointer-without-object":{"$ref":"#/$defs/level"},"split/cascade-strands-object":{"$ref":"#/$defs/level"},"s3/key-ambiguous":{"$ref":"#/$defs/level"},"s3/key-prefix-overlap":{"$ref":"#/$defs/level"},"s3/key-without-tenant":{"$ref":"#/$defs/level"},"s3/key-without-object":{"$ref":"#/$defs/level"},"s3/key-too-long":{"$ref":"#/$defs/level"},"s3/pii-in-key":{"$ref":"#/$defs/level"},"postgres/soft-delete-unique":{"$ref":"#/$defs/level"},"postgres/foreign-key-unindexed":{"$ref":"#/$defs/level"},"postgres/index-not-searchable":{"$ref":"#/$defs/level"},"postgres/identifier-too-long":{"$ref":"#/$defs/level"},"postgres/partition-referenced":{"$ref":"#/$defs/level"},"postgres/append-only-changes":{"$ref":"#/$defs/level"},"postgres/duplicate-index":{"$ref":"#/$defs/level"},"mongo/duplicate-index":{"$ref":"#/$defs/level"},"mongo/expire-needs-timestamp":{"$ref":"#/$defs/level"},"mongo/two-text-indexes":{"$ref":"#/$defs/level"},"mongo/append-only-changes":{"$ref":"#/$defs/level"},"lifecycle/unreachable-state":{"$ref":"#/$defs/level"},"lifecycle/no-terminal-state":{"$ref":"#/$defs/level"},"lifecycle/default-is-not-start":{"$ref":"#/$defs/level"},"retention/lock-conflict":{"$ref":"#/$defs/level"},"retention/pointer-expires":{"$ref":"#/$defs/level"},"tenancy/unscoped-entity":{"$ref":"#/$defs/level"},"tenancy/cross-tenant-reference":{"$ref":"#/$defs/level"},"docs/missing-about":{"$ref":"#/$defs/level"}}};
const pattern6 = new RegExp("^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$", "u");
const func1 = Object.prototype.hasOwnProperty;
const schema23 = {"examples":["off"],"type":"string","enum":["off","info","warning","error"]};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data === "off") || (data === "info")) || (data === "warning")) || (data === "error"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum},schema:schema23.enum,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern6.test(key0)){
const err0 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema22.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema22.propertyNames.type,parentSchema:schema22.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema22.propertyNames,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key1 in data){
if(!(func1.call(schema22.properties, key1))){
if(!(validate56(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
}
if(data["naming/entity-case"] !== undefined){
if(!(validate56(data["naming/entity-case"], {instancePath:instancePath+"/naming~1entity-case",parentData:data,parentDataProperty:"naming/entity-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/field-case"] !== undefined){
if(!(validate56(data["naming/field-case"], {instancePath:instancePath+"/naming~1field-case",parentData:data,parentDataProperty:"naming/field-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/enum-case"] !== undefined){
if(!(validate56(data["naming/enum-case"], {instancePath:instancePath+"/naming~1enum-case",parentData:data,parentDataProperty:"naming/enum-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/enum-value-case"] !== undefined){
if(!(validate56(data["naming/enum-value-case"], {instancePath:instancePath+"/naming~1enum-value-case",parentData:data,parentDataProperty:"naming/enum-value-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/type-case"] !== undefined){
if(!(validate56(data["naming/type-case"], {instancePath:instancePath+"/naming~1type-case",parentData:data,parentDataProperty:"naming/type-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/mixin-case"] !== undefined){
if(!(validate56(data["naming/mixin-case"], {instancePath:instancePath+"/naming~1mixin-case",parentData:data,parentDataProperty:"naming/mixin-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/object-case"] !== undefined){
if(!(validate56(data["naming/object-case"], {instancePath:instancePath+"/naming~1object-case",parentData:data,parentDataProperty:"naming/object-case",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/table"] !== undefined){
if(!(validate56(data["naming/table"], {instancePath:instancePath+"/naming~1table",parentData:data,parentDataProperty:"naming/table",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/column"] !== undefined){
if(!(validate56(data["naming/column"], {instancePath:instancePath+"/naming~1column",parentData:data,parentDataProperty:"naming/column",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/constraint"] !== undefined){
if(!(validate56(data["naming/constraint"], {instancePath:instancePath+"/naming~1constraint",parentData:data,parentDataProperty:"naming/constraint",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/index"] !== undefined){
if(!(validate56(data["naming/index"], {instancePath:instancePath+"/naming~1index",parentData:data,parentDataProperty:"naming/index",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/collection"] !== undefined){
if(!(validate56(data["naming/collection"], {instancePath:instancePath+"/naming~1collection",parentData:data,parentDataProperty:"naming/collection",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/document-field"] !== undefined){
if(!(validate56(data["naming/document-field"], {instancePath:instancePath+"/naming~1document-field",parentData:data,parentDataProperty:"naming/document-field",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/s3-segment"] !== undefined){
if(!(validate56(data["naming/s3-segment"], {instancePath:instancePath+"/naming~1s3-segment",parentData:data,parentDataProperty:"naming/s3-segment",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/bucket"] !== undefined){
if(!(validate56(data["naming/bucket"], {instancePath:instancePath+"/naming~1bucket",parentData:data,parentDataProperty:"naming/bucket",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/timestamp-suffix"] !== undefined){
if(!(validate56(data["naming/timestamp-suffix"], {instancePath:instancePath+"/naming~1timestamp-suffix",parentData:data,parentDataProperty:"naming/timestamp-suffix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/user-ref-suffix"] !== undefined){
if(!(validate56(data["naming/user-ref-suffix"], {instancePath:instancePath+"/naming~1user-ref-suffix",parentData:data,parentDataProperty:"naming/user-ref-suffix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/external-id-prefix"] !== undefined){
if(!(validate56(data["naming/external-id-prefix"], {instancePath:instancePath+"/naming~1external-id-prefix",parentData:data,parentDataProperty:"naming/external-id-prefix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/object-key-suffix"] !== undefined){
if(!(validate56(data["naming/object-key-suffix"], {instancePath:instancePath+"/naming~1object-key-suffix",parentData:data,parentDataProperty:"naming/object-key-suffix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/foreign-key-suffix"] !== undefined){
if(!(validate56(data["naming/foreign-key-suffix"], {instancePath:instancePath+"/naming~1foreign-key-suffix",parentData:data,parentDataProperty:"naming/foreign-key-suffix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/store-ref-suffix"] !== undefined){
if(!(validate56(data["naming/store-ref-suffix"], {instancePath:instancePath+"/naming~1store-ref-suffix",parentData:data,parentDataProperty:"naming/store-ref-suffix",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/internal-id"] !== undefined){
if(!(validate56(data["naming/internal-id"], {instancePath:instancePath+"/naming~1internal-id",parentData:data,parentDataProperty:"naming/internal-id",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["naming/public-id"] !== undefined){
if(!(validate56(data["naming/public-id"], {instancePath:instancePath+"/naming~1public-id",parentData:data,parentDataProperty:"naming/public-id",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["placement/large-text-in-postgres"] !== undefined){
if(!(validate56(data["placement/large-text-in-postgres"], {instancePath:instancePath+"/placement~1large-text-in-postgres",parentData:data,parentDataProperty:"placement/large-text-in-postgres",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["placement/append-log-in-postgres"] !== undefined){
if(!(validate56(data["placement/append-log-in-postgres"], {instancePath:instancePath+"/placement~1append-log-in-postgres",parentData:data,parentDataProperty:"placement/append-log-in-postgres",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["placement/relational-in-mongo"] !== undefined){
if(!(validate56(data["placement/relational-in-mongo"], {instancePath:instancePath+"/placement~1relational-in-mongo",parentData:data,parentDataProperty:"placement/relational-in-mongo",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["placement/binary-outside-s3"] !== undefined){
if(!(validate56(data["placement/binary-outside-s3"], {instancePath:instancePath+"/placement~1binary-outside-s3",parentData:data,parentDataProperty:"placement/binary-outside-s3",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["split/no-shared-id"] !== undefined){
if(!(validate56(data["split/no-shared-id"], {instancePath:instancePath+"/split~1no-shared-id",parentData:data,parentDataProperty:"split/no-shared-id",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["split/dangling-part"] !== undefined){
if(!(validate56(data["split/dangling-part"], {instancePath:instancePath+"/split~1dangling-part",parentData:data,parentDataProperty:"split/dangling-part",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["split/pointer-without-object"] !== undefined){
if(!(validate56(data["split/pointer-without-object"], {instancePath:instancePath+"/split~1pointer-without-object",parentData:data,parentDataProperty:"split/pointer-without-object",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["split/cascade-strands-object"] !== undefined){
if(!(validate56(data["split/cascade-strands-object"], {instancePath:instancePath+"/split~1cascade-strands-object",parentData:data,parentDataProperty:"split/cascade-strands-object",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/key-ambiguous"] !== undefined){
if(!(validate56(data["s3/key-ambiguous"], {instancePath:instancePath+"/s3~1key-ambiguous",parentData:data,parentDataProperty:"s3/key-ambiguous",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/key-prefix-overlap"] !== undefined){
if(!(validate56(data["s3/key-prefix-overlap"], {instancePath:instancePath+"/s3~1key-prefix-overlap",parentData:data,parentDataProperty:"s3/key-prefix-overlap",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/key-without-tenant"] !== undefined){
if(!(validate56(data["s3/key-without-tenant"], {instancePath:instancePath+"/s3~1key-without-tenant",parentData:data,parentDataProperty:"s3/key-without-tenant",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/key-without-object"] !== undefined){
if(!(validate56(data["s3/key-without-object"], {instancePath:instancePath+"/s3~1key-without-object",parentData:data,parentDataProperty:"s3/key-without-object",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/key-too-long"] !== undefined){
if(!(validate56(data["s3/key-too-long"], {instancePath:instancePath+"/s3~1key-too-long",parentData:data,parentDataProperty:"s3/key-too-long",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["s3/pii-in-key"] !== undefined){
if(!(validate56(data["s3/pii-in-key"], {instancePath:instancePath+"/s3~1pii-in-key",parentData:data,parentDataProperty:"s3/pii-in-key",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/soft-delete-unique"] !== undefined){
if(!(validate56(data["postgres/soft-delete-unique"], {instancePath:instancePath+"/postgres~1soft-delete-unique",parentData:data,parentDataProperty:"postgres/soft-delete-unique",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/foreign-key-unindexed"] !== undefined){
if(!(validate56(data["postgres/foreign-key-unindexed"], {instancePath:instancePath+"/postgres~1foreign-key-unindexed",parentData:data,parentDataProperty:"postgres/foreign-key-unindexed",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/index-not-searchable"] !== undefined){
if(!(validate56(data["postgres/index-not-searchable"], {instancePath:instancePath+"/postgres~1index-not-searchable",parentData:data,parentDataProperty:"postgres/index-not-searchable",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/identifier-too-long"] !== undefined){
if(!(validate56(data["postgres/identifier-too-long"], {instancePath:instancePath+"/postgres~1identifier-too-long",parentData:data,parentDataProperty:"postgres/identifier-too-long",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/partition-referenced"] !== undefined){
if(!(validate56(data["postgres/partition-referenced"], {instancePath:instancePath+"/postgres~1partition-referenced",parentData:data,parentDataProperty:"postgres/partition-referenced",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/append-only-changes"] !== undefined){
if(!(validate56(data["postgres/append-only-changes"], {instancePath:instancePath+"/postgres~1append-only-changes",parentData:data,parentDataProperty:"postgres/append-only-changes",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["postgres/duplicate-index"] !== undefined){
if(!(validate56(data["postgres/duplicate-index"], {instancePath:instancePath+"/postgres~1duplicate-index",parentData:data,parentDataProperty:"postgres/duplicate-index",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["mongo/duplicate-index"] !== undefined){
if(!(validate56(data["mongo/duplicate-index"], {instancePath:instancePath+"/mongo~1duplicate-index",parentData:data,parentDataProperty:"mongo/duplicate-index",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["mongo/expire-needs-timestamp"] !== undefined){
if(!(validate56(data["mongo/expire-needs-timestamp"], {instancePath:instancePath+"/mongo~1expire-needs-timestamp",parentData:data,parentDataProperty:"mongo/expire-needs-timestamp",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["mongo/two-text-indexes"] !== undefined){
if(!(validate56(data["mongo/two-text-indexes"], {instancePath:instancePath+"/mongo~1two-text-indexes",parentData:data,parentDataProperty:"mongo/two-text-indexes",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["mongo/append-only-changes"] !== undefined){
if(!(validate56(data["mongo/append-only-changes"], {instancePath:instancePath+"/mongo~1append-only-changes",parentData:data,parentDataProperty:"mongo/append-only-changes",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["lifecycle/unreachable-state"] !== undefined){
if(!(validate56(data["lifecycle/unreachable-state"], {instancePath:instancePath+"/lifecycle~1unreachable-state",parentData:data,parentDataProperty:"lifecycle/unreachable-state",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["lifecycle/no-terminal-state"] !== undefined){
if(!(validate56(data["lifecycle/no-terminal-state"], {instancePath:instancePath+"/lifecycle~1no-terminal-state",parentData:data,parentDataProperty:"lifecycle/no-terminal-state",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["lifecycle/default-is-not-start"] !== undefined){
if(!(validate56(data["lifecycle/default-is-not-start"], {instancePath:instancePath+"/lifecycle~1default-is-not-start",parentData:data,parentDataProperty:"lifecycle/default-is-not-start",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["retention/lock-conflict"] !== undefined){
if(!(validate56(data["retention/lock-conflict"], {instancePath:instancePath+"/retention~1lock-conflict",parentData:data,parentDataProperty:"retention/lock-conflict",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["retention/pointer-expires"] !== undefined){
if(!(validate56(data["retention/pointer-expires"], {instancePath:instancePath+"/retention~1pointer-expires",parentData:data,parentDataProperty:"retention/pointer-expires",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["tenancy/unscoped-entity"] !== undefined){
if(!(validate56(data["tenancy/unscoped-entity"], {instancePath:instancePath+"/tenancy~1unscoped-entity",parentData:data,parentDataProperty:"tenancy/unscoped-entity",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["tenancy/cross-tenant-reference"] !== undefined){
if(!(validate56(data["tenancy/cross-tenant-reference"], {instancePath:instancePath+"/tenancy~1cross-tenant-reference",parentData:data,parentDataProperty:"tenancy/cross-tenant-reference",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
if(data["docs/missing-about"] !== undefined){
if(!(validate56(data["docs/missing-about"], {instancePath:instancePath+"/docs~1missing-about",parentData:data,parentDataProperty:"docs/missing-about",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema24 = {"examples":[{"placement/large-text-in-postgres":{"max_characters":8000}}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$","x-expected":"the code of a rule, such as `naming/timestamp-suffix`"},"additionalProperties":{"type":"object"},"properties":{"naming/entity-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/field-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/enum-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/enum-value-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/type-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/mixin-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/object-case":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/table":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/column":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/constraint":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/collection":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/document-field":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/s3-segment":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/bucket":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/timestamp-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/user-ref-suffix":{"examples":[{"verbs":{"curator":"curated"}}],"type":"object","properties":{"verbs":{"examples":[{"curator":"curated"}],"type":"object","propertyNames":{"type":"string","pattern":"^[a-z]+$","x-expected":"a word in lower case"},"additionalProperties":{"type":"string","pattern":"\\S","x-expected":"a text"}}},"additionalProperties":false},"naming/external-id-prefix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/object-key-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/foreign-key-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/store-ref-suffix":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/internal-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"naming/public-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"placement/large-text-in-postgres":{"examples":[{"max_characters":4000}],"type":"object","properties":{"max_characters":{"examples":[4000],"type":"integer","minimum":1,"maximum":10485760},"max_row_bytes":{"examples":[2000],"type":"integer","minimum":1,"maximum":1073741824}},"additionalProperties":false},"placement/append-log-in-postgres":{"examples":[{"many_records":50000}],"type":"object","properties":{"many_records":{"examples":[50000],"type":"integer","minimum":1,"maximum":1000000000}},"additionalProperties":false},"placement/relational-in-mongo":{"examples":[{"many_references":3}],"type":"object","properties":{"many_references":{"examples":[3],"type":"integer","minimum":1,"maximum":1000}},"additionalProperties":false},"placement/binary-outside-s3":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/no-shared-id":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/dangling-part":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/pointer-without-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"split/cascade-strands-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-ambiguous":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-prefix-overlap":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-without-tenant":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-without-object":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"s3/key-too-long":{"examples":[{"max_bytes":1024}],"type":"object","properties":{"max_bytes":{"examples":[1024],"type":"integer","minimum":64,"maximum":1024}},"additionalProperties":false},"s3/pii-in-key":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/soft-delete-unique":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/foreign-key-unindexed":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/index-not-searchable":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/identifier-too-long":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/partition-referenced":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/append-only-changes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"postgres/duplicate-index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/duplicate-index":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/expire-needs-timestamp":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/two-text-indexes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"mongo/append-only-changes":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/unreachable-state":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/no-terminal-state":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"lifecycle/default-is-not-start":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"retention/lock-conflict":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"retention/pointer-expires":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"tenancy/unscoped-entity":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"tenancy/cross-tenant-reference":{"examples":[{}],"type":"object","properties":{},"additionalProperties":false},"docs/missing-about":{"examples":[{"kinds":["entities","fields","enums","value_types","objects"]}],"type":"object","properties":{"kinds":{"examples":[["entities","fields","enums","value_types","objects"]],"type":"array","items":{"type":"string","enum":["entities","fields","enums","value_types","objects"]},"uniqueItems":true}},"additionalProperties":false}}};
const pattern8 = new RegExp("^[a-z]+$", "u");

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate115.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern6.test(key0)){
const err0 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$"},schema:"^[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*$",parentSchema:schema24.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema24.propertyNames.type,parentSchema:schema24.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema24.propertyNames,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key1 in data){
if(!(func1.call(schema24.properties, key1))){
let data0 = data[key1];
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema24.additionalProperties.type,parentSchema:schema24.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data["naming/entity-case"] !== undefined){
let data1 = data["naming/entity-case"];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key2 in data1){
const err4 = {instancePath:instancePath+"/naming~1entity-case",schemaPath:"#/properties/naming~1entity-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema24.properties["naming/entity-case"],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/naming~1entity-case",schemaPath:"#/properties/naming~1entity-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/entity-case"].type,parentSchema:schema24.properties["naming/entity-case"],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["naming/field-case"] !== undefined){
let data2 = data["naming/field-case"];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key3 in data2){
const err6 = {instancePath:instancePath+"/naming~1field-case",schemaPath:"#/properties/naming~1field-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema24.properties["naming/field-case"],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/naming~1field-case",schemaPath:"#/properties/naming~1field-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/field-case"].type,parentSchema:schema24.properties["naming/field-case"],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["naming/enum-case"] !== undefined){
let data3 = data["naming/enum-case"];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key4 in data3){
const err8 = {instancePath:instancePath+"/naming~1enum-case",schemaPath:"#/properties/naming~1enum-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema24.properties["naming/enum-case"],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/naming~1enum-case",schemaPath:"#/properties/naming~1enum-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/enum-case"].type,parentSchema:schema24.properties["naming/enum-case"],data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["naming/enum-value-case"] !== undefined){
let data4 = data["naming/enum-value-case"];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key5 in data4){
const err10 = {instancePath:instancePath+"/naming~1enum-value-case",schemaPath:"#/properties/naming~1enum-value-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema24.properties["naming/enum-value-case"],data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/naming~1enum-value-case",schemaPath:"#/properties/naming~1enum-value-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/enum-value-case"].type,parentSchema:schema24.properties["naming/enum-value-case"],data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["naming/type-case"] !== undefined){
let data5 = data["naming/type-case"];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key6 in data5){
const err12 = {instancePath:instancePath+"/naming~1type-case",schemaPath:"#/properties/naming~1type-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema24.properties["naming/type-case"],data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/naming~1type-case",schemaPath:"#/properties/naming~1type-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/type-case"].type,parentSchema:schema24.properties["naming/type-case"],data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["naming/mixin-case"] !== undefined){
let data6 = data["naming/mixin-case"];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key7 in data6){
const err14 = {instancePath:instancePath+"/naming~1mixin-case",schemaPath:"#/properties/naming~1mixin-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema24.properties["naming/mixin-case"],data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/naming~1mixin-case",schemaPath:"#/properties/naming~1mixin-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/mixin-case"].type,parentSchema:schema24.properties["naming/mixin-case"],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["naming/object-case"] !== undefined){
let data7 = data["naming/object-case"];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key8 in data7){
const err16 = {instancePath:instancePath+"/naming~1object-case",schemaPath:"#/properties/naming~1object-case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema24.properties["naming/object-case"],data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/naming~1object-case",schemaPath:"#/properties/naming~1object-case/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/object-case"].type,parentSchema:schema24.properties["naming/object-case"],data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data["naming/table"] !== undefined){
let data8 = data["naming/table"];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key9 in data8){
const err18 = {instancePath:instancePath+"/naming~1table",schemaPath:"#/properties/naming~1table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},schema:false,parentSchema:schema24.properties["naming/table"],data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/naming~1table",schemaPath:"#/properties/naming~1table/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/table"].type,parentSchema:schema24.properties["naming/table"],data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data["naming/column"] !== undefined){
let data9 = data["naming/column"];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key10 in data9){
const err20 = {instancePath:instancePath+"/naming~1column",schemaPath:"#/properties/naming~1column/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},schema:false,parentSchema:schema24.properties["naming/column"],data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/naming~1column",schemaPath:"#/properties/naming~1column/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/column"].type,parentSchema:schema24.properties["naming/column"],data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data["naming/constraint"] !== undefined){
let data10 = data["naming/constraint"];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key11 in data10){
const err22 = {instancePath:instancePath+"/naming~1constraint",schemaPath:"#/properties/naming~1constraint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},schema:false,parentSchema:schema24.properties["naming/constraint"],data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/naming~1constraint",schemaPath:"#/properties/naming~1constraint/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/constraint"].type,parentSchema:schema24.properties["naming/constraint"],data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["naming/index"] !== undefined){
let data11 = data["naming/index"];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key12 in data11){
const err24 = {instancePath:instancePath+"/naming~1index",schemaPath:"#/properties/naming~1index/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},schema:false,parentSchema:schema24.properties["naming/index"],data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/naming~1index",schemaPath:"#/properties/naming~1index/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/index"].type,parentSchema:schema24.properties["naming/index"],data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data["naming/collection"] !== undefined){
let data12 = data["naming/collection"];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key13 in data12){
const err26 = {instancePath:instancePath+"/naming~1collection",schemaPath:"#/properties/naming~1collection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},schema:false,parentSchema:schema24.properties["naming/collection"],data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/naming~1collection",schemaPath:"#/properties/naming~1collection/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/collection"].type,parentSchema:schema24.properties["naming/collection"],data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data["naming/document-field"] !== undefined){
let data13 = data["naming/document-field"];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key14 in data13){
const err28 = {instancePath:instancePath+"/naming~1document-field",schemaPath:"#/properties/naming~1document-field/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},schema:false,parentSchema:schema24.properties["naming/document-field"],data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/naming~1document-field",schemaPath:"#/properties/naming~1document-field/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/document-field"].type,parentSchema:schema24.properties["naming/document-field"],data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data["naming/s3-segment"] !== undefined){
let data14 = data["naming/s3-segment"];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key15 in data14){
const err30 = {instancePath:instancePath+"/naming~1s3-segment",schemaPath:"#/properties/naming~1s3-segment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},schema:false,parentSchema:schema24.properties["naming/s3-segment"],data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/naming~1s3-segment",schemaPath:"#/properties/naming~1s3-segment/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/s3-segment"].type,parentSchema:schema24.properties["naming/s3-segment"],data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data["naming/bucket"] !== undefined){
let data15 = data["naming/bucket"];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key16 in data15){
const err32 = {instancePath:instancePath+"/naming~1bucket",schemaPath:"#/properties/naming~1bucket/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},schema:false,parentSchema:schema24.properties["naming/bucket"],data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/naming~1bucket",schemaPath:"#/properties/naming~1bucket/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/bucket"].type,parentSchema:schema24.properties["naming/bucket"],data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data["naming/timestamp-suffix"] !== undefined){
let data16 = data["naming/timestamp-suffix"];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key17 in data16){
const err34 = {instancePath:instancePath+"/naming~1timestamp-suffix",schemaPath:"#/properties/naming~1timestamp-suffix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},schema:false,parentSchema:schema24.properties["naming/timestamp-suffix"],data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/naming~1timestamp-suffix",schemaPath:"#/properties/naming~1timestamp-suffix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/timestamp-suffix"].type,parentSchema:schema24.properties["naming/timestamp-suffix"],data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data["naming/user-ref-suffix"] !== undefined){
let data17 = data["naming/user-ref-suffix"];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key18 in data17){
if(!(key18 === "verbs")){
const err36 = {instancePath:instancePath+"/naming~1user-ref-suffix",schemaPath:"#/properties/naming~1user-ref-suffix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},schema:false,parentSchema:schema24.properties["naming/user-ref-suffix"],data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data17.verbs !== undefined){
let data18 = data17.verbs;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key19 in data18){
const _errs59 = errors;
if(typeof key19 === "string"){
if(!pattern8.test(key19)){
const err37 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs",schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z]+$"},schema:"^[a-z]+$",parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs.propertyNames,data:key19,propertyName:key19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs",schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema24.properties["naming/user-ref-suffix"].properties.verbs.propertyNames.type,parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs.propertyNames,data:key19,propertyName:key19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid4 = _errs59 === errors;
if(!valid4){
const err39 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs",schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/propertyNames",keyword:"propertyNames",params:{propertyName: key19},schema:schema24.properties["naming/user-ref-suffix"].properties.verbs.propertyNames,parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
for(const key20 in data18){
let data19 = data18[key20];
if(typeof data19 === "string"){
if(!pattern3.test(data19)){
const err40 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema24.properties["naming/user-ref-suffix"].properties.verbs.additionalProperties.type,parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/naming~1user-ref-suffix/verbs",schemaPath:"#/properties/naming~1user-ref-suffix/properties/verbs/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/user-ref-suffix"].properties.verbs.type,parentSchema:schema24.properties["naming/user-ref-suffix"].properties.verbs,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/naming~1user-ref-suffix",schemaPath:"#/properties/naming~1user-ref-suffix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/user-ref-suffix"].type,parentSchema:schema24.properties["naming/user-ref-suffix"],data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data["naming/external-id-prefix"] !== undefined){
let data20 = data["naming/external-id-prefix"];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key21 in data20){
const err44 = {instancePath:instancePath+"/naming~1external-id-prefix",schemaPath:"#/properties/naming~1external-id-prefix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},schema:false,parentSchema:schema24.properties["naming/external-id-prefix"],data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/naming~1external-id-prefix",schemaPath:"#/properties/naming~1external-id-prefix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/external-id-prefix"].type,parentSchema:schema24.properties["naming/external-id-prefix"],data:data20};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data["naming/object-key-suffix"] !== undefined){
let data21 = data["naming/object-key-suffix"];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key22 in data21){
const err46 = {instancePath:instancePath+"/naming~1object-key-suffix",schemaPath:"#/properties/naming~1object-key-suffix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},schema:false,parentSchema:schema24.properties["naming/object-key-suffix"],data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/naming~1object-key-suffix",schemaPath:"#/properties/naming~1object-key-suffix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/object-key-suffix"].type,parentSchema:schema24.properties["naming/object-key-suffix"],data:data21};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data["naming/foreign-key-suffix"] !== undefined){
let data22 = data["naming/foreign-key-suffix"];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key23 in data22){
const err48 = {instancePath:instancePath+"/naming~1foreign-key-suffix",schemaPath:"#/properties/naming~1foreign-key-suffix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},schema:false,parentSchema:schema24.properties["naming/foreign-key-suffix"],data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/naming~1foreign-key-suffix",schemaPath:"#/properties/naming~1foreign-key-suffix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/foreign-key-suffix"].type,parentSchema:schema24.properties["naming/foreign-key-suffix"],data:data22};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data["naming/store-ref-suffix"] !== undefined){
let data23 = data["naming/store-ref-suffix"];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key24 in data23){
const err50 = {instancePath:instancePath+"/naming~1store-ref-suffix",schemaPath:"#/properties/naming~1store-ref-suffix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},schema:false,parentSchema:schema24.properties["naming/store-ref-suffix"],data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/naming~1store-ref-suffix",schemaPath:"#/properties/naming~1store-ref-suffix/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/store-ref-suffix"].type,parentSchema:schema24.properties["naming/store-ref-suffix"],data:data23};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data["naming/internal-id"] !== undefined){
let data24 = data["naming/internal-id"];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key25 in data24){
const err52 = {instancePath:instancePath+"/naming~1internal-id",schemaPath:"#/properties/naming~1internal-id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},schema:false,parentSchema:schema24.properties["naming/internal-id"],data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/naming~1internal-id",schemaPath:"#/properties/naming~1internal-id/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/internal-id"].type,parentSchema:schema24.properties["naming/internal-id"],data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data["naming/public-id"] !== undefined){
let data25 = data["naming/public-id"];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key26 in data25){
const err54 = {instancePath:instancePath+"/naming~1public-id",schemaPath:"#/properties/naming~1public-id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},schema:false,parentSchema:schema24.properties["naming/public-id"],data:data25};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/naming~1public-id",schemaPath:"#/properties/naming~1public-id/type",keyword:"type",params:{type: "object"},schema:schema24.properties["naming/public-id"].type,parentSchema:schema24.properties["naming/public-id"],data:data25};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data["placement/large-text-in-postgres"] !== undefined){
let data26 = data["placement/large-text-in-postgres"];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key27 in data26){
if(!((key27 === "max_characters") || (key27 === "max_row_bytes"))){
const err56 = {instancePath:instancePath+"/placement~1large-text-in-postgres",schemaPath:"#/properties/placement~1large-text-in-postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},schema:false,parentSchema:schema24.properties["placement/large-text-in-postgres"],data:data26};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data26.max_characters !== undefined){
let data27 = data26.max_characters;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err57 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_characters",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_characters/type",keyword:"type",params:{type: "integer"},schema:schema24.properties["placement/large-text-in-postgres"].properties.max_characters.type,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_characters,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 10485760 || isNaN(data27)){
const err58 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_characters",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_characters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10485760},schema:10485760,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_characters,data:data27};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err59 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_characters",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_characters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_characters,data:data27};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data26.max_row_bytes !== undefined){
let data28 = data26.max_row_bytes;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err60 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_row_bytes",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_row_bytes/type",keyword:"type",params:{type: "integer"},schema:schema24.properties["placement/large-text-in-postgres"].properties.max_row_bytes.type,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_row_bytes,data:data28};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 1073741824 || isNaN(data28)){
const err61 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_row_bytes",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_row_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1073741824},schema:1073741824,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_row_bytes,data:data28};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data28 < 1 || isNaN(data28)){
const err62 = {instancePath:instancePath+"/placement~1large-text-in-postgres/max_row_bytes",schemaPath:"#/properties/placement~1large-text-in-postgres/properties/max_row_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema24.properties["placement/large-text-in-postgres"].properties.max_row_bytes,data:data28};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
}
else {
const err63 = {instancePath:instancePath+"/placement~1large-text-in-postgres",schemaPath:"#/properties/placement~1large-text-in-postgres/type",keyword:"type",params:{type: "object"},schema:schema24.properties["placement/large-text-in-postgres"].type,parentSchema:schema24.properties["placement/large-text-in-postgres"],data:data26};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data["placement/append-log-in-postgres"] !== undefined){
let data29 = data["placement/append-log-in-postgres"];
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key28 in data29){
if(!(key28 === "many_records")){
const err64 = {instancePath:instancePath+"/placement~1append-log-in-postgres",schemaPath:"#/properties/placement~1append-log-in-postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},schema:false,parentSchema:schema24.properties["placement/append-log-in-postgres"],data:data29};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data29.many_records !== undefined){
let data30 = data29.many_records;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err65 = {instancePath:instancePath+"/placement~1append-log-in-postgres/many_records",schemaPath:"#/properties/placement~1append-log-in-postgres/properties/many_records/type",keyword:"type",params:{type: "integer"},schema:schema24.properties["placement/append-log-in-postgres"].properties.many_records.type,parentSchema:schema24.properties["placement/append-log-in-postgres"].properties.many_records,data:data30};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1000000000 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/placement~1append-log-in-postgres/many_records",schemaPath:"#/properties/placement~1append-log-in-postgres/properties/many_records/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},schema:1000000000,parentSchema:schema24.properties["placement/append-log-in-postgres"].properties.many_records,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err67 = {instancePath:instancePath+"/placement~1append-log-in-postgres/many_records",schemaPath:"#/properties/placement~1append-log-in-postgres/properties/many_records/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema24.properties["placement/append-log-in-postgres"].properties.many_records,data:data30};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/placement~1append-log-in-postgres",schemaPath:"#/properties/placement~1append-log-in-postgres/type",keyword:"type",params:{type: "object"},schema:schema24.properties["placement/append-log-in-postgres"].type,parentSchema:schema24.properties["placement/append-log-in-postgres"],data:data29};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data["placement/relational-in-mongo"] !== undefined){
let data31 = data["placement/relational-in-mongo"];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key29 in data31){
if(!(key29 === "many_references")){
const err69 = {instancePath:instancePath+"/placement~1relational-in-mongo",schemaPath:"#/properties/placement~1relational-in-mongo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},schema:false,parentSchema:schema24.properties["placement/relational-in-mongo"],data:data31};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data31.many_references !== undefined){
let data32 = data31.many_references;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err70 = {instancePath:instancePath+"/placement~1relational-in-mongo/many_references",schemaPath:"#/properties/placement~1relational-in-mongo/properties/many_references/type",keyword:"type",params:{type: "integer"},schema:schema24.properties["placement/relational-in-mongo"].properties.many_references.type,parentSchema:schema24.properties["placement/relational-in-mongo"].properties.many_references,data:data32};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 1000 || isNaN(data32)){
const err71 = {instancePath:instancePath+"/placement~1relational-in-mongo/many_references",schemaPath:"#/properties/placement~1relational-in-mongo/properties/many_references/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema24.properties["placement/relational-in-mongo"].properties.many_references,data:data32};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err72 = {instancePath:instancePath+"/placement~1relational-in-mongo/many_references",schemaPath:"#/properties/placement~1relational-in-mongo/properties/many_references/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema24.properties["placement/relational-in-mongo"].properties.many_references,data:data32};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
}
else {
const err73 = {instancePath:instancePath+"/placement~1relational-in-mongo",schemaPath:"#/properties/placement~1relational-in-mongo/type",keyword:"type",params:{type: "object"},schema:schema24.properties["placement/relational-in-mongo"].type,parentSchema:schema24.properties["placement/relational-in-mongo"],data:data31};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data["placement/binary-outside-s3"] !== undefined){
let data33 = data["placement/binary-outside-s3"];
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key30 in data33){
const err74 = {instancePath:instancePath+"/placement~1binary-outside-s3",schemaPath:"#/properties/placement~1binary-outside-s3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},schema:false,parentSchema:schema24.properties["placement/binary-outside-s3"],data:data33};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/placement~1binary-outside-s3",schemaPath:"#/properties/placement~1binary-outside-s3/type",keyword:"type",params:{type: "object"},schema:schema24.properties["placement/binary-outside-s3"].type,parentSchema:schema24.properties["placement/binary-outside-s3"],data:data33};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data["split/no-shared-id"] !== undefined){
let data34 = data["split/no-shared-id"];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key31 in data34){
const err76 = {instancePath:instancePath+"/split~1no-shared-id",schemaPath:"#/properties/split~1no-shared-id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},schema:false,parentSchema:schema24.properties["split/no-shared-id"],data:data34};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/split~1no-shared-id",schemaPath:"#/properties/split~1no-shared-id/type",keyword:"type",params:{type: "object"},schema:schema24.properties["split/no-shared-id"].type,parentSchema:schema24.properties["split/no-shared-id"],data:data34};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data["split/dangling-part"] !== undefined){
let data35 = data["split/dangling-part"];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key32 in data35){
const err78 = {instancePath:instancePath+"/split~1dangling-part",schemaPath:"#/properties/split~1dangling-part/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},schema:false,parentSchema:schema24.properties["split/dangling-part"],data:data35};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/split~1dangling-part",schemaPath:"#/properties/split~1dangling-part/type",keyword:"type",params:{type: "object"},schema:schema24.properties["split/dangling-part"].type,parentSchema:schema24.properties["split/dangling-part"],data:data35};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data["split/pointer-without-object"] !== undefined){
let data36 = data["split/pointer-without-object"];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key33 in data36){
const err80 = {instancePath:instancePath+"/split~1pointer-without-object",schemaPath:"#/properties/split~1pointer-without-object/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},schema:false,parentSchema:schema24.properties["split/pointer-without-object"],data:data36};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/split~1pointer-without-object",schemaPath:"#/properties/split~1pointer-without-object/type",keyword:"type",params:{type: "object"},schema:schema24.properties["split/pointer-without-object"].type,parentSchema:schema24.properties["split/pointer-without-object"],data:data36};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data["split/cascade-strands-object"] !== undefined){
let data37 = data["split/cascade-strands-object"];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key34 in data37){
const err82 = {instancePath:instancePath+"/split~1cascade-strands-object",schemaPath:"#/properties/split~1cascade-strands-object/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},schema:false,parentSchema:schema24.properties["split/cascade-strands-object"],data:data37};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/split~1cascade-strands-object",schemaPath:"#/properties/split~1cascade-strands-object/type",keyword:"type",params:{type: "object"},schema:schema24.properties["split/cascade-strands-object"].type,parentSchema:schema24.properties["split/cascade-strands-object"],data:data37};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data["s3/key-ambiguous"] !== undefined){
let data38 = data["s3/key-ambiguous"];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key35 in data38){
const err84 = {instancePath:instancePath+"/s3~1key-ambiguous",schemaPath:"#/properties/s3~1key-ambiguous/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},schema:false,parentSchema:schema24.properties["s3/key-ambiguous"],data:data38};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/s3~1key-ambiguous",schemaPath:"#/properties/s3~1key-ambiguous/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/key-ambiguous"].type,parentSchema:schema24.properties["s3/key-ambiguous"],data:data38};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data["s3/key-prefix-overlap"] !== undefined){
let data39 = data["s3/key-prefix-overlap"];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key36 in data39){
const err86 = {instancePath:instancePath+"/s3~1key-prefix-overlap",schemaPath:"#/properties/s3~1key-prefix-overlap/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},schema:false,parentSchema:schema24.properties["s3/key-prefix-overlap"],data:data39};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/s3~1key-prefix-overlap",schemaPath:"#/properties/s3~1key-prefix-overlap/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/key-prefix-overlap"].type,parentSchema:schema24.properties["s3/key-prefix-overlap"],data:data39};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data["s3/key-without-tenant"] !== undefined){
let data40 = data["s3/key-without-tenant"];
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
for(const key37 in data40){
const err88 = {instancePath:instancePath+"/s3~1key-without-tenant",schemaPath:"#/properties/s3~1key-without-tenant/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},schema:false,parentSchema:schema24.properties["s3/key-without-tenant"],data:data40};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/s3~1key-without-tenant",schemaPath:"#/properties/s3~1key-without-tenant/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/key-without-tenant"].type,parentSchema:schema24.properties["s3/key-without-tenant"],data:data40};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data["s3/key-without-object"] !== undefined){
let data41 = data["s3/key-without-object"];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key38 in data41){
const err90 = {instancePath:instancePath+"/s3~1key-without-object",schemaPath:"#/properties/s3~1key-without-object/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},schema:false,parentSchema:schema24.properties["s3/key-without-object"],data:data41};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/s3~1key-without-object",schemaPath:"#/properties/s3~1key-without-object/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/key-without-object"].type,parentSchema:schema24.properties["s3/key-without-object"],data:data41};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data["s3/key-too-long"] !== undefined){
let data42 = data["s3/key-too-long"];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key39 in data42){
if(!(key39 === "max_bytes")){
const err92 = {instancePath:instancePath+"/s3~1key-too-long",schemaPath:"#/properties/s3~1key-too-long/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},schema:false,parentSchema:schema24.properties["s3/key-too-long"],data:data42};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data42.max_bytes !== undefined){
let data43 = data42.max_bytes;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err93 = {instancePath:instancePath+"/s3~1key-too-long/max_bytes",schemaPath:"#/properties/s3~1key-too-long/properties/max_bytes/type",keyword:"type",params:{type: "integer"},schema:schema24.properties["s3/key-too-long"].properties.max_bytes.type,parentSchema:schema24.properties["s3/key-too-long"].properties.max_bytes,data:data43};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 1024 || isNaN(data43)){
const err94 = {instancePath:instancePath+"/s3~1key-too-long/max_bytes",schemaPath:"#/properties/s3~1key-too-long/properties/max_bytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},schema:1024,parentSchema:schema24.properties["s3/key-too-long"].properties.max_bytes,data:data43};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data43 < 64 || isNaN(data43)){
const err95 = {instancePath:instancePath+"/s3~1key-too-long/max_bytes",schemaPath:"#/properties/s3~1key-too-long/properties/max_bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 64},schema:64,parentSchema:schema24.properties["s3/key-too-long"].properties.max_bytes,data:data43};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
}
else {
const err96 = {instancePath:instancePath+"/s3~1key-too-long",schemaPath:"#/properties/s3~1key-too-long/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/key-too-long"].type,parentSchema:schema24.properties["s3/key-too-long"],data:data42};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data["s3/pii-in-key"] !== undefined){
let data44 = data["s3/pii-in-key"];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
for(const key40 in data44){
const err97 = {instancePath:instancePath+"/s3~1pii-in-key",schemaPath:"#/properties/s3~1pii-in-key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},schema:false,parentSchema:schema24.properties["s3/pii-in-key"],data:data44};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/s3~1pii-in-key",schemaPath:"#/properties/s3~1pii-in-key/type",keyword:"type",params:{type: "object"},schema:schema24.properties["s3/pii-in-key"].type,parentSchema:schema24.properties["s3/pii-in-key"],data:data44};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data["postgres/soft-delete-unique"] !== undefined){
let data45 = data["postgres/soft-delete-unique"];
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key41 in data45){
const err99 = {instancePath:instancePath+"/postgres~1soft-delete-unique",schemaPath:"#/properties/postgres~1soft-delete-unique/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},schema:false,parentSchema:schema24.properties["postgres/soft-delete-unique"],data:data45};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/postgres~1soft-delete-unique",schemaPath:"#/properties/postgres~1soft-delete-unique/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/soft-delete-unique"].type,parentSchema:schema24.properties["postgres/soft-delete-unique"],data:data45};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data["postgres/foreign-key-unindexed"] !== undefined){
let data46 = data["postgres/foreign-key-unindexed"];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key42 in data46){
const err101 = {instancePath:instancePath+"/postgres~1foreign-key-unindexed",schemaPath:"#/properties/postgres~1foreign-key-unindexed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},schema:false,parentSchema:schema24.properties["postgres/foreign-key-unindexed"],data:data46};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/postgres~1foreign-key-unindexed",schemaPath:"#/properties/postgres~1foreign-key-unindexed/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/foreign-key-unindexed"].type,parentSchema:schema24.properties["postgres/foreign-key-unindexed"],data:data46};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data["postgres/index-not-searchable"] !== undefined){
let data47 = data["postgres/index-not-searchable"];
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key43 in data47){
const err103 = {instancePath:instancePath+"/postgres~1index-not-searchable",schemaPath:"#/properties/postgres~1index-not-searchable/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},schema:false,parentSchema:schema24.properties["postgres/index-not-searchable"],data:data47};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/postgres~1index-not-searchable",schemaPath:"#/properties/postgres~1index-not-searchable/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/index-not-searchable"].type,parentSchema:schema24.properties["postgres/index-not-searchable"],data:data47};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data["postgres/identifier-too-long"] !== undefined){
let data48 = data["postgres/identifier-too-long"];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
for(const key44 in data48){
const err105 = {instancePath:instancePath+"/postgres~1identifier-too-long",schemaPath:"#/properties/postgres~1identifier-too-long/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},schema:false,parentSchema:schema24.properties["postgres/identifier-too-long"],data:data48};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/postgres~1identifier-too-long",schemaPath:"#/properties/postgres~1identifier-too-long/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/identifier-too-long"].type,parentSchema:schema24.properties["postgres/identifier-too-long"],data:data48};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data["postgres/partition-referenced"] !== undefined){
let data49 = data["postgres/partition-referenced"];
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key45 in data49){
const err107 = {instancePath:instancePath+"/postgres~1partition-referenced",schemaPath:"#/properties/postgres~1partition-referenced/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},schema:false,parentSchema:schema24.properties["postgres/partition-referenced"],data:data49};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/postgres~1partition-referenced",schemaPath:"#/properties/postgres~1partition-referenced/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/partition-referenced"].type,parentSchema:schema24.properties["postgres/partition-referenced"],data:data49};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data["postgres/append-only-changes"] !== undefined){
let data50 = data["postgres/append-only-changes"];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key46 in data50){
const err109 = {instancePath:instancePath+"/postgres~1append-only-changes",schemaPath:"#/properties/postgres~1append-only-changes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46},schema:false,parentSchema:schema24.properties["postgres/append-only-changes"],data:data50};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/postgres~1append-only-changes",schemaPath:"#/properties/postgres~1append-only-changes/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/append-only-changes"].type,parentSchema:schema24.properties["postgres/append-only-changes"],data:data50};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data["postgres/duplicate-index"] !== undefined){
let data51 = data["postgres/duplicate-index"];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
for(const key47 in data51){
const err111 = {instancePath:instancePath+"/postgres~1duplicate-index",schemaPath:"#/properties/postgres~1duplicate-index/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},schema:false,parentSchema:schema24.properties["postgres/duplicate-index"],data:data51};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/postgres~1duplicate-index",schemaPath:"#/properties/postgres~1duplicate-index/type",keyword:"type",params:{type: "object"},schema:schema24.properties["postgres/duplicate-index"].type,parentSchema:schema24.properties["postgres/duplicate-index"],data:data51};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data["mongo/duplicate-index"] !== undefined){
let data52 = data["mongo/duplicate-index"];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key48 in data52){
const err113 = {instancePath:instancePath+"/mongo~1duplicate-index",schemaPath:"#/properties/mongo~1duplicate-index/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},schema:false,parentSchema:schema24.properties["mongo/duplicate-index"],data:data52};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/mongo~1duplicate-index",schemaPath:"#/properties/mongo~1duplicate-index/type",keyword:"type",params:{type: "object"},schema:schema24.properties["mongo/duplicate-index"].type,parentSchema:schema24.properties["mongo/duplicate-index"],data:data52};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data["mongo/expire-needs-timestamp"] !== undefined){
let data53 = data["mongo/expire-needs-timestamp"];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key49 in data53){
const err115 = {instancePath:instancePath+"/mongo~1expire-needs-timestamp",schemaPath:"#/properties/mongo~1expire-needs-timestamp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},schema:false,parentSchema:schema24.properties["mongo/expire-needs-timestamp"],data:data53};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/mongo~1expire-needs-timestamp",schemaPath:"#/properties/mongo~1expire-needs-timestamp/type",keyword:"type",params:{type: "object"},schema:schema24.properties["mongo/expire-needs-timestamp"].type,parentSchema:schema24.properties["mongo/expire-needs-timestamp"],data:data53};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data["mongo/two-text-indexes"] !== undefined){
let data54 = data["mongo/two-text-indexes"];
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key50 in data54){
const err117 = {instancePath:instancePath+"/mongo~1two-text-indexes",schemaPath:"#/properties/mongo~1two-text-indexes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},schema:false,parentSchema:schema24.properties["mongo/two-text-indexes"],data:data54};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/mongo~1two-text-indexes",schemaPath:"#/properties/mongo~1two-text-indexes/type",keyword:"type",params:{type: "object"},schema:schema24.properties["mongo/two-text-indexes"].type,parentSchema:schema24.properties["mongo/two-text-indexes"],data:data54};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data["mongo/append-only-changes"] !== undefined){
let data55 = data["mongo/append-only-changes"];
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
for(const key51 in data55){
const err119 = {instancePath:instancePath+"/mongo~1append-only-changes",schemaPath:"#/properties/mongo~1append-only-changes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},schema:false,parentSchema:schema24.properties["mongo/append-only-changes"],data:data55};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/mongo~1append-only-changes",schemaPath:"#/properties/mongo~1append-only-changes/type",keyword:"type",params:{type: "object"},schema:schema24.properties["mongo/append-only-changes"].type,parentSchema:schema24.properties["mongo/append-only-changes"],data:data55};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data["lifecycle/unreachable-state"] !== undefined){
let data56 = data["lifecycle/unreachable-state"];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key52 in data56){
const err121 = {instancePath:instancePath+"/lifecycle~1unreachable-state",schemaPath:"#/properties/lifecycle~1unreachable-state/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},schema:false,parentSchema:schema24.properties["lifecycle/unreachable-state"],data:data56};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/lifecycle~1unreachable-state",schemaPath:"#/properties/lifecycle~1unreachable-state/type",keyword:"type",params:{type: "object"},schema:schema24.properties["lifecycle/unreachable-state"].type,parentSchema:schema24.properties["lifecycle/unreachable-state"],data:data56};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data["lifecycle/no-terminal-state"] !== undefined){
let data57 = data["lifecycle/no-terminal-state"];
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key53 in data57){
const err123 = {instancePath:instancePath+"/lifecycle~1no-terminal-state",schemaPath:"#/properties/lifecycle~1no-terminal-state/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53},schema:false,parentSchema:schema24.properties["lifecycle/no-terminal-state"],data:data57};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/lifecycle~1no-terminal-state",schemaPath:"#/properties/lifecycle~1no-terminal-state/type",keyword:"type",params:{type: "object"},schema:schema24.properties["lifecycle/no-terminal-state"].type,parentSchema:schema24.properties["lifecycle/no-terminal-state"],data:data57};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data["lifecycle/default-is-not-start"] !== undefined){
let data58 = data["lifecycle/default-is-not-start"];
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key54 in data58){
const err125 = {instancePath:instancePath+"/lifecycle~1default-is-not-start",schemaPath:"#/properties/lifecycle~1default-is-not-start/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54},schema:false,parentSchema:schema24.properties["lifecycle/default-is-not-start"],data:data58};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/lifecycle~1default-is-not-start",schemaPath:"#/properties/lifecycle~1default-is-not-start/type",keyword:"type",params:{type: "object"},schema:schema24.properties["lifecycle/default-is-not-start"].type,parentSchema:schema24.properties["lifecycle/default-is-not-start"],data:data58};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data["retention/lock-conflict"] !== undefined){
let data59 = data["retention/lock-conflict"];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key55 in data59){
const err127 = {instancePath:instancePath+"/retention~1lock-conflict",schemaPath:"#/properties/retention~1lock-conflict/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55},schema:false,parentSchema:schema24.properties["retention/lock-conflict"],data:data59};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/retention~1lock-conflict",schemaPath:"#/properties/retention~1lock-conflict/type",keyword:"type",params:{type: "object"},schema:schema24.properties["retention/lock-conflict"].type,parentSchema:schema24.properties["retention/lock-conflict"],data:data59};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data["retention/pointer-expires"] !== undefined){
let data60 = data["retention/pointer-expires"];
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key56 in data60){
const err129 = {instancePath:instancePath+"/retention~1pointer-expires",schemaPath:"#/properties/retention~1pointer-expires/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key56},schema:false,parentSchema:schema24.properties["retention/pointer-expires"],data:data60};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/retention~1pointer-expires",schemaPath:"#/properties/retention~1pointer-expires/type",keyword:"type",params:{type: "object"},schema:schema24.properties["retention/pointer-expires"].type,parentSchema:schema24.properties["retention/pointer-expires"],data:data60};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data["tenancy/unscoped-entity"] !== undefined){
let data61 = data["tenancy/unscoped-entity"];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key57 in data61){
const err131 = {instancePath:instancePath+"/tenancy~1unscoped-entity",schemaPath:"#/properties/tenancy~1unscoped-entity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57},schema:false,parentSchema:schema24.properties["tenancy/unscoped-entity"],data:data61};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/tenancy~1unscoped-entity",schemaPath:"#/properties/tenancy~1unscoped-entity/type",keyword:"type",params:{type: "object"},schema:schema24.properties["tenancy/unscoped-entity"].type,parentSchema:schema24.properties["tenancy/unscoped-entity"],data:data61};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data["tenancy/cross-tenant-reference"] !== undefined){
let data62 = data["tenancy/cross-tenant-reference"];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key58 in data62){
const err133 = {instancePath:instancePath+"/tenancy~1cross-tenant-reference",schemaPath:"#/properties/tenancy~1cross-tenant-reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58},schema:false,parentSchema:schema24.properties["tenancy/cross-tenant-reference"],data:data62};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/tenancy~1cross-tenant-reference",schemaPath:"#/properties/tenancy~1cross-tenant-reference/type",keyword:"type",params:{type: "object"},schema:schema24.properties["tenancy/cross-tenant-reference"].type,parentSchema:schema24.properties["tenancy/cross-tenant-reference"],data:data62};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data["docs/missing-about"] !== undefined){
let data63 = data["docs/missing-about"];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key59 in data63){
if(!(key59 === "kinds")){
const err135 = {instancePath:instancePath+"/docs~1missing-about",schemaPath:"#/properties/docs~1missing-about/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59},schema:false,parentSchema:schema24.properties["docs/missing-about"],data:data63};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data63.kinds !== undefined){
let data64 = data63.kinds;
if(Array.isArray(data64)){
const len0 = data64.length;
for(let i0=0; i0<len0; i0++){
let data65 = data64[i0];
if(typeof data65 !== "string"){
const err136 = {instancePath:instancePath+"/docs~1missing-about/kinds/" + i0,schemaPath:"#/properties/docs~1missing-about/properties/kinds/items/type",keyword:"type",params:{type: "string"},schema:schema24.properties["docs/missing-about"].properties.kinds.items.type,parentSchema:schema24.properties["docs/missing-about"].properties.kinds.items,data:data65};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!(((((data65 === "entities") || (data65 === "fields")) || (data65 === "enums")) || (data65 === "value_types")) || (data65 === "objects"))){
const err137 = {instancePath:instancePath+"/docs~1missing-about/kinds/" + i0,schemaPath:"#/properties/docs~1missing-about/properties/kinds/items/enum",keyword:"enum",params:{allowedValues: schema24.properties["docs/missing-about"].properties.kinds.items.enum},schema:schema24.properties["docs/missing-about"].properties.kinds.items.enum,parentSchema:schema24.properties["docs/missing-about"].properties.kinds.items,data:data65};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
let i1 = data64.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data64[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err138 = {instancePath:instancePath+"/docs~1missing-about/kinds",schemaPath:"#/properties/docs~1missing-about/properties/kinds/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema24.properties["docs/missing-about"].properties.kinds,data:data64};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err139 = {instancePath:instancePath+"/docs~1missing-about/kinds",schemaPath:"#/properties/docs~1missing-about/properties/kinds/type",keyword:"type",params:{type: "array"},schema:schema24.properties["docs/missing-about"].properties.kinds.type,parentSchema:schema24.properties["docs/missing-about"].properties.kinds,data:data64};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
else {
const err140 = {instancePath:instancePath+"/docs~1missing-about",schemaPath:"#/properties/docs~1missing-about/type",keyword:"type",params:{type: "object"},schema:schema24.properties["docs/missing-about"].type,parentSchema:schema24.properties["docs/missing-about"],data:data63};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}
validate115.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "extends") || (key0 === "levels")) || (key0 === "options")) || (key0 === "overrides")) || (key0 === "files"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.extends !== undefined){
let data0 = data.extends;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err1 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.extends.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema21.properties.extends.anyOf[0].type,parentSchema:schema21.properties.extends.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties.extends.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err4 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.extends.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.extends.anyOf[1].items.type,parentSchema:schema21.properties.extends.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema21.properties.extends.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema21.properties.extends.anyOf[1].type,parentSchema:schema21.properties.extends.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err8 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf",keyword:"anyOf",params:{},schema:schema21.properties.extends.anyOf,parentSchema:schema21.properties.extends,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.levels !== undefined){
if(!(validate55(data.levels, {instancePath:instancePath+"/levels",parentData:data,parentDataProperty:"levels",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data.options !== undefined){
if(!(validate115(data.options, {instancePath:instancePath+"/options",parentData:data,parentDataProperty:"options",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate115.errors);
errors = vErrors.length;
}
}
if(data.overrides !== undefined){
let data4 = data.overrides;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i2=0; i2<len1; i2++){
let data5 = data4[i2];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!(((((key1 === "files") || (key1 === "entities")) || (key1 === "levels")) || (key1 === "options")) || (key1 === "why"))){
const err9 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema21.properties.overrides.items,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.files !== undefined){
let data6 = data5.files;
if(Array.isArray(data6)){
if(data6.length < 1){
const err10 = {instancePath:instancePath+"/overrides/" + i2+"/files",schemaPath:"#/properties/overrides/items/properties/files/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties.overrides.items.properties.files,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len2 = data6.length;
for(let i3=0; i3<len2; i3++){
let data7 = data6[i3];
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
const err11 = {instancePath:instancePath+"/overrides/" + i2+"/files/" + i3,schemaPath:"#/properties/overrides/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.overrides.items.properties.files.items,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/overrides/" + i2+"/files/" + i3,schemaPath:"#/properties/overrides/items/properties/files/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.overrides.items.properties.files.items.type,parentSchema:schema21.properties.overrides.items.properties.files.items,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i4 = data6.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data6[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err13 = {instancePath:instancePath+"/overrides/" + i2+"/files",schemaPath:"#/properties/overrides/items/properties/files/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},schema:true,parentSchema:schema21.properties.overrides.items.properties.files,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err14 = {instancePath:instancePath+"/overrides/" + i2+"/files",schemaPath:"#/properties/overrides/items/properties/files/type",keyword:"type",params:{type: "array"},schema:schema21.properties.overrides.items.properties.files.type,parentSchema:schema21.properties.overrides.items.properties.files,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.entities !== undefined){
let data8 = data5.entities;
if(Array.isArray(data8)){
if(data8.length < 1){
const err15 = {instancePath:instancePath+"/overrides/" + i2+"/entities",schemaPath:"#/properties/overrides/items/properties/entities/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema21.properties.overrides.items.properties.entities,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len3 = data8.length;
for(let i5=0; i5<len3; i5++){
let data9 = data8[i5];
if(typeof data9 === "string"){
if(!pattern3.test(data9)){
const err16 = {instancePath:instancePath+"/overrides/" + i2+"/entities/" + i5,schemaPath:"#/properties/overrides/items/properties/entities/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.overrides.items.properties.entities.items,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/overrides/" + i2+"/entities/" + i5,schemaPath:"#/properties/overrides/items/properties/entities/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.overrides.items.properties.entities.items.type,parentSchema:schema21.properties.overrides.items.properties.entities.items,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i6 = data8.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data8[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err18 = {instancePath:instancePath+"/overrides/" + i2+"/entities",schemaPath:"#/properties/overrides/items/properties/entities/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},schema:true,parentSchema:schema21.properties.overrides.items.properties.entities,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err19 = {instancePath:instancePath+"/overrides/" + i2+"/entities",schemaPath:"#/properties/overrides/items/properties/entities/type",keyword:"type",params:{type: "array"},schema:schema21.properties.overrides.items.properties.entities.type,parentSchema:schema21.properties.overrides.items.properties.entities,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.levels !== undefined){
if(!(validate55(data5.levels, {instancePath:instancePath+"/overrides/" + i2+"/levels",parentData:data5,parentDataProperty:"levels",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data5.options !== undefined){
if(!(validate115(data5.options, {instancePath:instancePath+"/overrides/" + i2+"/options",parentData:data5,parentDataProperty:"options",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate115.errors);
errors = vErrors.length;
}
}
if(data5.why !== undefined){
let data12 = data5.why;
if(typeof data12 === "string"){
if(!pattern3.test(data12)){
const err20 = {instancePath:instancePath+"/overrides/" + i2+"/why",schemaPath:"#/properties/overrides/items/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.overrides.items.properties.why,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/overrides/" + i2+"/why",schemaPath:"#/properties/overrides/items/properties/why/type",keyword:"type",params:{type: "string"},schema:schema21.properties.overrides.items.properties.why.type,parentSchema:schema21.properties.overrides.items.properties.why,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},schema:schema21.properties.overrides.items.type,parentSchema:schema21.properties.overrides.items,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},schema:schema21.properties.overrides.type,parentSchema:schema21.properties.overrides,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.files !== undefined){
let data13 = data.files;
if(Array.isArray(data13)){
const len4 = data13.length;
for(let i7=0; i7<len4; i7++){
let data14 = data13[i7];
if(typeof data14 === "string"){
if(!pattern3.test(data14)){
const err24 = {instancePath:instancePath+"/files/" + i7,schemaPath:"#/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema21.properties.files.items,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/files/" + i7,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "string"},schema:schema21.properties.files.items.type,parentSchema:schema21.properties.files.items,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
let i8 = data13.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data13[i8];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err26 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},schema:true,parentSchema:schema21.properties.files,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err27 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},schema:schema21.properties.files.type,parentSchema:schema21.properties.files,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rules === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rules"},schema:schema20.required,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "about") || (key0 === "rules"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.about !== undefined){
let data0 = data.about;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema20.properties.about,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema20.properties.about.type,parentSchema:schema20.properties.about,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate54(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema25 = {"examples":[{"stowage":1,"name":"web-shop","stores":{"postgres":{"version":16,"url":"POSTGRES_URL"}}}],"type":"object","properties":{"stowage":{"examples":[1],"type":"integer","const":1},"name":{"examples":["web-shop"],"type":"string","pattern":"^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$","x-expected":"a kebab-case name: lower-case letters and digits, with hyphens between words, such as `web-shop`"},"about":{"examples":["A shop with many merchants."],"type":"string","pattern":"\\S","x-expected":"a text"},"include":{"examples":[["base.yaml","domains/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true},"output":{"examples":[{"root":"generated","package":"@acme/provider-db"}],"type":"object","properties":{"root":{"examples":["generated"],"type":"string","pattern":"^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$","x-expected":"a folder below the project's folder with `/` between its parts and no `..`, such as `generated`"},"package":{"examples":["@acme/provider-db"],"type":"string","pattern":"^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$","x-expected":"the name of an npm package, such as `@acme/provider-db`"},"drawings":{"examples":[true],"type":"boolean"}},"additionalProperties":false},"docs":{"examples":[{"url":"https://docs.example.com/","source":"https://github.com/acme/shop/blob/main/"}],"type":"object","properties":{"url":{"examples":["https://docs.example.com/storage/"],"type":"string","pattern":"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$","x-expected":"an address that starts with `https://` and ends with `/`, such as `https://docs.example.com/`"},"source":{"examples":["https://github.com/acme/shop/blob/main/"],"type":"string","pattern":"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$","x-expected":"an address that starts with `https://` and ends with `/`, such as `https://docs.example.com/`"}},"additionalProperties":false},"stores":{"$ref":"#/$defs/stores"},"tenancy":{"$ref":"#/$defs/tenancy"},"conventions":{"$ref":"#/$defs/conventions"},"placement":{"examples":[[{"when":"large files","store":"s3"}]],"type":"array","items":{"examples":[{"when":"large files","store":"s3"}],"type":"object","properties":{"when":{"examples":["relational data that is counted or joined"],"type":"string","pattern":"\\S","x-expected":"a text"},"store":{"examples":["postgres"],"type":"string","enum":["postgres","mongo","s3"]}},"required":["when","store"],"additionalProperties":false}},"rules":{"$ref":"#/$defs/rules"}},"required":["stowage","name","stores"],"additionalProperties":false};
const pattern14 = new RegExp("^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern17 = new RegExp("^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$", "u");
const pattern18 = new RegExp("^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$", "u");
const pattern19 = new RegExp("^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$", "u");
const schema26 = {"examples":[{"postgres":{"version":16,"url":"POSTGRES_URL"}}],"type":"object","properties":{"postgres":{"examples":[{"version":16,"url":"POSTGRES_URL"}],"type":"object","properties":{"version":{"examples":[16],"type":"integer","minimum":15,"maximum":99},"url":{"examples":["POSTGRES_URL"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"}},"required":["version","url"],"additionalProperties":false},"mongo":{"examples":[{"version":7,"url":"MONGO_URL"}],"type":"object","properties":{"version":{"examples":[7],"type":"integer","minimum":6,"maximum":99},"url":{"examples":["MONGO_URL"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"}},"required":["version","url"],"additionalProperties":false},"s3":{"examples":[{"region":"S3_REGION","buckets":{"documents":{}}}],"type":"object","properties":{"endpoint":{"examples":["S3_ENDPOINT"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"region":{"examples":["S3_REGION"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"path_style":{"examples":[true],"type":"boolean"},"presign":{"examples":["15m"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},"buckets":{"examples":[{"documents":{"versioned":true}}],"type":"object","propertyNames":{"type":"string","pattern":"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$","x-expected":"a name of letters and digits, with hyphens between words, such as `raw-uploads`"},"additionalProperties":{"examples":[{"versioned":true,"expire":"90d"}],"type":"object","properties":{"about":{"examples":["Documents that customers get."],"type":"string","pattern":"\\S","x-expected":"a text"},"env":{"examples":["S3_BUCKET_DOCUMENTS"],"type":"string","pattern":"^[A-Z][A-Z0-9_]{0,119}$","x-expected":"the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`"},"versioned":{"examples":[true],"type":"boolean"},"lock":{"examples":[{"mode":"compliance","retain":"7y"}],"type":"object","properties":{"mode":{"examples":["compliance"],"type":"string","enum":["compliance","governance"]},"retain":{"examples":["7y"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"}},"required":["mode","retain"],"additionalProperties":false},"expire":{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"},"noncurrent_expire":{"examples":["30d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"},"abort_uploads":{"examples":["7d"],"type":"string","pattern":"^[1-9][0-9]{0,4}[dy]$","x-expected":"a number of days or years such as `30d` or `7y`"}},"additionalProperties":false},"minProperties":1}},"required":["region","buckets"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1};
const pattern21 = new RegExp("^[A-Z][A-Z0-9_]{0,119}$", "u");
const pattern25 = new RegExp("^[1-9][0-9]{0,8}[smhdy]$", "u");
const pattern26 = new RegExp("^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$", "u");
const pattern29 = new RegExp("^[1-9][0-9]{0,4}[dy]$", "u");

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate122.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "postgres") || (key0 === "mongo")) || (key0 === "s3"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.postgres !== undefined){
let data0 = data.postgres;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.version === undefined){
const err2 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/required",keyword:"required",params:{missingProperty: "version"},schema:schema26.properties.postgres.required,parentSchema:schema26.properties.postgres,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.url === undefined){
const err3 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/required",keyword:"required",params:{missingProperty: "url"},schema:schema26.properties.postgres.required,parentSchema:schema26.properties.postgres,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "version") || (key1 === "url"))){
const err4 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema26.properties.postgres,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.version !== undefined){
let data1 = data0.version;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/postgres/version",schemaPath:"#/properties/postgres/properties/version/type",keyword:"type",params:{type: "integer"},schema:schema26.properties.postgres.properties.version.type,parentSchema:schema26.properties.postgres.properties.version,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 99 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/postgres/version",schemaPath:"#/properties/postgres/properties/version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},schema:99,parentSchema:schema26.properties.postgres.properties.version,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 15 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/postgres/version",schemaPath:"#/properties/postgres/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 15},schema:15,parentSchema:schema26.properties.postgres.properties.version,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0.url !== undefined){
let data2 = data0.url;
if(typeof data2 === "string"){
if(!pattern21.test(data2)){
const err8 = {instancePath:instancePath+"/postgres/url",schemaPath:"#/properties/postgres/properties/url/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]{0,119}$"},schema:"^[A-Z][A-Z0-9_]{0,119}$",parentSchema:schema26.properties.postgres.properties.url,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/postgres/url",schemaPath:"#/properties/postgres/properties/url/type",keyword:"type",params:{type: "string"},schema:schema26.properties.postgres.properties.url.type,parentSchema:schema26.properties.postgres.properties.url,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/type",keyword:"type",params:{type: "object"},schema:schema26.properties.postgres.type,parentSchema:schema26.properties.postgres,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.mongo !== undefined){
let data3 = data.mongo;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.version === undefined){
const err11 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/required",keyword:"required",params:{missingProperty: "version"},schema:schema26.properties.mongo.required,parentSchema:schema26.properties.mongo,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.url === undefined){
const err12 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/required",keyword:"required",params:{missingProperty: "url"},schema:schema26.properties.mongo.required,parentSchema:schema26.properties.mongo,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data3){
if(!((key2 === "version") || (key2 === "url"))){
const err13 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema26.properties.mongo,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.version !== undefined){
let data4 = data3.version;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err14 = {instancePath:instancePath+"/mongo/version",schemaPath:"#/properties/mongo/properties/version/type",keyword:"type",params:{type: "integer"},schema:schema26.properties.mongo.properties.version.type,parentSchema:schema26.properties.mongo.properties.version,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 99 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/mongo/version",schemaPath:"#/properties/mongo/properties/version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},schema:99,parentSchema:schema26.properties.mongo.properties.version,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4 < 6 || isNaN(data4)){
const err16 = {instancePath:instancePath+"/mongo/version",schemaPath:"#/properties/mongo/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 6},schema:6,parentSchema:schema26.properties.mongo.properties.version,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data3.url !== undefined){
let data5 = data3.url;
if(typeof data5 === "string"){
if(!pattern21.test(data5)){
const err17 = {instancePath:instancePath+"/mongo/url",schemaPath:"#/properties/mongo/properties/url/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]{0,119}$"},schema:"^[A-Z][A-Z0-9_]{0,119}$",parentSchema:schema26.properties.mongo.properties.url,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/mongo/url",schemaPath:"#/properties/mongo/properties/url/type",keyword:"type",params:{type: "string"},schema:schema26.properties.mongo.properties.url.type,parentSchema:schema26.properties.mongo.properties.url,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/type",keyword:"type",params:{type: "object"},schema:schema26.properties.mongo.type,parentSchema:schema26.properties.mongo,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.s3 !== undefined){
let data6 = data.s3;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.region === undefined){
const err20 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/required",keyword:"required",params:{missingProperty: "region"},schema:schema26.properties.s3.required,parentSchema:schema26.properties.s3,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data6.buckets === undefined){
const err21 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/required",keyword:"required",params:{missingProperty: "buckets"},schema:schema26.properties.s3.required,parentSchema:schema26.properties.s3,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key3 in data6){
if(!(((((key3 === "endpoint") || (key3 === "region")) || (key3 === "path_style")) || (key3 === "presign")) || (key3 === "buckets"))){
const err22 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema26.properties.s3,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.endpoint !== undefined){
let data7 = data6.endpoint;
if(typeof data7 === "string"){
if(!pattern21.test(data7)){
const err23 = {instancePath:instancePath+"/s3/endpoint",schemaPath:"#/properties/s3/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]{0,119}$"},schema:"^[A-Z][A-Z0-9_]{0,119}$",parentSchema:schema26.properties.s3.properties.endpoint,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/s3/endpoint",schemaPath:"#/properties/s3/properties/endpoint/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.endpoint.type,parentSchema:schema26.properties.s3.properties.endpoint,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.region !== undefined){
let data8 = data6.region;
if(typeof data8 === "string"){
if(!pattern21.test(data8)){
const err25 = {instancePath:instancePath+"/s3/region",schemaPath:"#/properties/s3/properties/region/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]{0,119}$"},schema:"^[A-Z][A-Z0-9_]{0,119}$",parentSchema:schema26.properties.s3.properties.region,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/s3/region",schemaPath:"#/properties/s3/properties/region/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.region.type,parentSchema:schema26.properties.s3.properties.region,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data6.path_style !== undefined){
let data9 = data6.path_style;
if(typeof data9 !== "boolean"){
const err27 = {instancePath:instancePath+"/s3/path_style",schemaPath:"#/properties/s3/properties/path_style/type",keyword:"type",params:{type: "boolean"},schema:schema26.properties.s3.properties.path_style.type,parentSchema:schema26.properties.s3.properties.path_style,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data6.presign !== undefined){
let data10 = data6.presign;
if(typeof data10 === "string"){
if(!pattern25.test(data10)){
const err28 = {instancePath:instancePath+"/s3/presign",schemaPath:"#/properties/s3/properties/presign/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhdy]$"},schema:"^[1-9][0-9]{0,8}[smhdy]$",parentSchema:schema26.properties.s3.properties.presign,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/s3/presign",schemaPath:"#/properties/s3/properties/presign/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.presign.type,parentSchema:schema26.properties.s3.properties.presign,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data6.buckets !== undefined){
let data11 = data6.buckets;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length < 1){
const err30 = {instancePath:instancePath+"/s3/buckets",schemaPath:"#/properties/s3/properties/buckets/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema26.properties.s3.properties.buckets,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key4 in data11){
const _errs29 = errors;
if(typeof key4 === "string"){
if(!pattern26.test(key4)){
const err31 = {instancePath:instancePath+"/s3/buckets",schemaPath:"#/properties/s3/properties/buckets/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$"},schema:"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$",parentSchema:schema26.properties.s3.properties.buckets.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/s3/buckets",schemaPath:"#/properties/s3/properties/buckets/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.propertyNames.type,parentSchema:schema26.properties.s3.properties.buckets.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid4 = _errs29 === errors;
if(!valid4){
const err33 = {instancePath:instancePath+"/s3/buckets",schemaPath:"#/properties/s3/properties/buckets/propertyNames",keyword:"propertyNames",params:{propertyName: key4},schema:schema26.properties.s3.properties.buckets.propertyNames,parentSchema:schema26.properties.s3.properties.buckets,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
for(const key5 in data11){
let data12 = data11[key5];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key6 in data12){
if(!(((((((key6 === "about") || (key6 === "env")) || (key6 === "versioned")) || (key6 === "lock")) || (key6 === "expire")) || (key6 === "noncurrent_expire")) || (key6 === "abort_uploads"))){
const err34 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/s3/properties/buckets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.about !== undefined){
let data13 = data12.about;
if(typeof data13 === "string"){
if(!pattern3.test(data13)){
const err35 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/about",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.about,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/about",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/about/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.about.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.about,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data12.env !== undefined){
let data14 = data12.env;
if(typeof data14 === "string"){
if(!pattern21.test(data14)){
const err37 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]{0,119}$"},schema:"^[A-Z][A-Z0-9_]{0,119}$",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.env,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/env/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.env.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.env,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data12.versioned !== undefined){
let data15 = data12.versioned;
if(typeof data15 !== "boolean"){
const err39 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/versioned",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/versioned/type",keyword:"type",params:{type: "boolean"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.versioned.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.versioned,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.lock !== undefined){
let data16 = data12.lock;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.mode === undefined){
const err40 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/required",keyword:"required",params:{missingProperty: "mode"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.required,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data16.retain === undefined){
const err41 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/required",keyword:"required",params:{missingProperty: "retain"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.required,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key7 in data16){
if(!((key7 === "mode") || (key7 === "retain"))){
const err42 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data16.mode !== undefined){
let data17 = data16.mode;
if(typeof data17 !== "string"){
const err43 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock/mode",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/properties/mode/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.mode.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.mode,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data17 === "compliance") || (data17 === "governance"))){
const err44 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock/mode",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/properties/mode/enum",keyword:"enum",params:{allowedValues: schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.mode.enum},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.mode.enum,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.mode,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data16.retain !== undefined){
let data18 = data16.retain;
if(typeof data18 === "string"){
if(!pattern29.test(data18)){
const err45 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock/retain",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/properties/retain/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4}[dy]$"},schema:"^[1-9][0-9]{0,4}[dy]$",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.retain,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock/retain",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/properties/retain/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.retain.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.properties.retain,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/lock",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/lock/type",keyword:"type",params:{type: "object"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.lock,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data12.expire !== undefined){
let data19 = data12.expire;
if(typeof data19 === "string"){
if(!pattern29.test(data19)){
const err48 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/expire",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/expire/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4}[dy]$"},schema:"^[1-9][0-9]{0,4}[dy]$",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.expire,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/expire",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/expire/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.expire.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.expire,data:data19};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data12.noncurrent_expire !== undefined){
let data20 = data12.noncurrent_expire;
if(typeof data20 === "string"){
if(!pattern29.test(data20)){
const err50 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/noncurrent_expire",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/noncurrent_expire/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4}[dy]$"},schema:"^[1-9][0-9]{0,4}[dy]$",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.noncurrent_expire,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/noncurrent_expire",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/noncurrent_expire/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.noncurrent_expire.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.noncurrent_expire,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data12.abort_uploads !== undefined){
let data21 = data12.abort_uploads;
if(typeof data21 === "string"){
if(!pattern29.test(data21)){
const err52 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/abort_uploads",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/abort_uploads/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,4}[dy]$"},schema:"^[1-9][0-9]{0,4}[dy]$",parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.abort_uploads,data:data21};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/abort_uploads",schemaPath:"#/properties/s3/properties/buckets/additionalProperties/properties/abort_uploads/type",keyword:"type",params:{type: "string"},schema:schema26.properties.s3.properties.buckets.additionalProperties.properties.abort_uploads.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties.properties.abort_uploads,data:data21};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/s3/buckets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/s3/properties/buckets/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema26.properties.s3.properties.buckets.additionalProperties.type,parentSchema:schema26.properties.s3.properties.buckets.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/s3/buckets",schemaPath:"#/properties/s3/properties/buckets/type",keyword:"type",params:{type: "object"},schema:schema26.properties.s3.properties.buckets.type,parentSchema:schema26.properties.s3.properties.buckets,data:data11};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/type",keyword:"type",params:{type: "object"},schema:schema26.properties.s3.type,parentSchema:schema26.properties.s3,data:data6};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"examples":[{"entity":"Tenant","field":"tenant","user":"User","prefix":"tenants/{tenant}/","enforce":"rls"}],"type":"object","properties":{"entity":{"examples":["Tenant"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"field":{"examples":["tenant"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"user":{"examples":["User"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"prefix":{"examples":["tenants/{tenant}/"],"type":"string","pattern":"^([^\\s/]+/)+$","x-expected":"the start of a key, which ends with `/`, such as `tenants/{tenant}/`"},"enforce":{"examples":["rls"],"type":"string","enum":["rls","application"]},"roles":{"examples":[{"owner":"shop_owner","app":"shop_app"}],"type":"object","properties":{"owner":{"examples":["shop_owner"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"app":{"examples":["shop_app"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"system":{"examples":["shop_system"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"},"backup":{"examples":["shop_backup"],"type":"string","pattern":"^[a-z_][a-z0-9_]{0,62}$","x-expected":"a role of at most 63 lower-case letters, digits and underscores, such as `myapp_owner`"}},"additionalProperties":false,"minProperties":1}},"required":["entity","field"],"additionalProperties":false};
const pattern33 = new RegExp("^[A-Za-z][A-Za-z0-9_]{0,62}$", "u");
const pattern36 = new RegExp("^([^\\s/]+/)+$", "u");
const pattern37 = new RegExp("^[a-z_][a-z0-9_]{0,62}$", "u");

function validate124(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate124.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.entity === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entity"},schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.field === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "field"},schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "entity") || (key0 === "field")) || (key0 === "user")) || (key0 === "prefix")) || (key0 === "enforce")) || (key0 === "roles"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.entity !== undefined){
let data0 = data.entity;
if(typeof data0 === "string"){
if(!pattern33.test(data0)){
const err3 = {instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema27.properties.entity,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/entity",schemaPath:"#/properties/entity/type",keyword:"type",params:{type: "string"},schema:schema27.properties.entity.type,parentSchema:schema27.properties.entity,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.field !== undefined){
let data1 = data.field;
if(typeof data1 === "string"){
if(!pattern33.test(data1)){
const err5 = {instancePath:instancePath+"/field",schemaPath:"#/properties/field/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema27.properties.field,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/field",schemaPath:"#/properties/field/type",keyword:"type",params:{type: "string"},schema:schema27.properties.field.type,parentSchema:schema27.properties.field,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.user !== undefined){
let data2 = data.user;
if(typeof data2 === "string"){
if(!pattern33.test(data2)){
const err7 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema27.properties.user,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},schema:schema27.properties.user.type,parentSchema:schema27.properties.user,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.prefix !== undefined){
let data3 = data.prefix;
if(typeof data3 === "string"){
if(!pattern36.test(data3)){
const err9 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^([^\\s/]+/)+$"},schema:"^([^\\s/]+/)+$",parentSchema:schema27.properties.prefix,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/prefix",schemaPath:"#/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema27.properties.prefix.type,parentSchema:schema27.properties.prefix,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.enforce !== undefined){
let data4 = data.enforce;
if(typeof data4 !== "string"){
const err11 = {instancePath:instancePath+"/enforce",schemaPath:"#/properties/enforce/type",keyword:"type",params:{type: "string"},schema:schema27.properties.enforce.type,parentSchema:schema27.properties.enforce,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((data4 === "rls") || (data4 === "application"))){
const err12 = {instancePath:instancePath+"/enforce",schemaPath:"#/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema27.properties.enforce.enum},schema:schema27.properties.enforce.enum,parentSchema:schema27.properties.enforce,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.roles !== undefined){
let data5 = data.roles;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err13 = {instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema27.properties.roles,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key1 in data5){
if(!((((key1 === "owner") || (key1 === "app")) || (key1 === "system")) || (key1 === "backup"))){
const err14 = {instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema27.properties.roles,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.owner !== undefined){
let data6 = data5.owner;
if(typeof data6 === "string"){
if(!pattern37.test(data6)){
const err15 = {instancePath:instancePath+"/roles/owner",schemaPath:"#/properties/roles/properties/owner/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"},schema:"^[a-z_][a-z0-9_]{0,62}$",parentSchema:schema27.properties.roles.properties.owner,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/roles/owner",schemaPath:"#/properties/roles/properties/owner/type",keyword:"type",params:{type: "string"},schema:schema27.properties.roles.properties.owner.type,parentSchema:schema27.properties.roles.properties.owner,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.app !== undefined){
let data7 = data5.app;
if(typeof data7 === "string"){
if(!pattern37.test(data7)){
const err17 = {instancePath:instancePath+"/roles/app",schemaPath:"#/properties/roles/properties/app/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"},schema:"^[a-z_][a-z0-9_]{0,62}$",parentSchema:schema27.properties.roles.properties.app,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/roles/app",schemaPath:"#/properties/roles/properties/app/type",keyword:"type",params:{type: "string"},schema:schema27.properties.roles.properties.app.type,parentSchema:schema27.properties.roles.properties.app,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.system !== undefined){
let data8 = data5.system;
if(typeof data8 === "string"){
if(!pattern37.test(data8)){
const err19 = {instancePath:instancePath+"/roles/system",schemaPath:"#/properties/roles/properties/system/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"},schema:"^[a-z_][a-z0-9_]{0,62}$",parentSchema:schema27.properties.roles.properties.system,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/roles/system",schemaPath:"#/properties/roles/properties/system/type",keyword:"type",params:{type: "string"},schema:schema27.properties.roles.properties.system.type,parentSchema:schema27.properties.roles.properties.system,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.backup !== undefined){
let data9 = data5.backup;
if(typeof data9 === "string"){
if(!pattern37.test(data9)){
const err21 = {instancePath:instancePath+"/roles/backup",schemaPath:"#/properties/roles/properties/backup/pattern",keyword:"pattern",params:{pattern: "^[a-z_][a-z0-9_]{0,62}$"},schema:"^[a-z_][a-z0-9_]{0,62}$",parentSchema:schema27.properties.roles.properties.backup,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/roles/backup",schemaPath:"#/properties/roles/properties/backup/type",keyword:"type",params:{type: "string"},schema:schema27.properties.roles.properties.backup.type,parentSchema:schema27.properties.roles.properties.backup,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "object"},schema:schema27.properties.roles.type,parentSchema:schema27.properties.roles,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}
validate124.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema28 = {"examples":[{"postgres":{"table":{"case":"snake_case","number":"plural"}}}],"type":"object","properties":{"spec":{"examples":[{"entity":{"case":"PascalCase","number":"singular"}}],"type":"object","properties":{"entity":{"examples":[{"case":"PascalCase","number":"singular"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"field":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"enum":{"examples":[{"case":"PascalCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"enum_value":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"type":{"examples":[{"case":"PascalCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"mixin":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"object":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false},"postgres":{"examples":[{"column":{"case":"snake_case"}}],"type":"object","properties":{"table":{"examples":[{"case":"snake_case","number":"plural"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"column":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"constraint":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"index":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"view":{"examples":[{"case":"snake_case","prefix":"live_"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"roles":{"examples":[{"timestamp":{"suffix":"_on"}}],"type":"object","properties":{"timestamp":{"examples":[{"suffix":"_on"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"user_ref":{"examples":[{"suffix":"_by"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"external_id":{"examples":[{"prefix":"external_"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"object_key":{"examples":[{"suffix":"s3_key"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"foreign_key":{"examples":[{"suffix":"_id"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"store_ref":{"examples":[{"suffix":"_ref"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1},"internal_id":{"examples":[{"name":"id"}],"type":"object","properties":{"name":{"examples":["id"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"additionalProperties":false,"minProperties":1},"public_id":{"examples":[{"name":"ref_id"}],"type":"object","properties":{"name":{"examples":["id"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false}},"additionalProperties":false},"mongo":{"examples":[{"field":{"case":"camelCase"}}],"type":"object","properties":{"collection":{"examples":[{"case":"snake_case","number":"plural"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]},"number":{"examples":["plural"],"type":"string","enum":["plural","singular"]}},"additionalProperties":false,"minProperties":1},"field":{"examples":[{"case":"camelCase"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"index":{"examples":[{"case":"snake_case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"reference":{"examples":[{"suffix":"_ref_id"}],"type":"object","properties":{"prefix":{"examples":["external_"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"},"suffix":{"examples":["_on"],"type":"string","pattern":"^[A-Za-z0-9_]{1,32}$","x-expected":"letters, digits and underscores, such as `_on`"}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false},"s3":{"examples":[{"segment":{"case":"kebab-case"}}],"type":"object","properties":{"segment":{"examples":[{"case":"kebab-case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1},"bucket":{"examples":[{"case":"kebab-case"}],"type":"object","properties":{"case":{"examples":["snake_case"],"type":"string","enum":["snake_case","camelCase","PascalCase","kebab-case","SCREAMING_SNAKE_CASE"]}},"additionalProperties":false,"minProperties":1}},"additionalProperties":false}},"additionalProperties":false};
const pattern41 = new RegExp("^[A-Za-z0-9_]{1,32}$", "u");

function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate126.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "spec") || (key0 === "postgres")) || (key0 === "mongo")) || (key0 === "s3"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.spec !== undefined){
let data0 = data.spec;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((((((key1 === "entity") || (key1 === "field")) || (key1 === "enum")) || (key1 === "enum_value")) || (key1 === "type")) || (key1 === "mixin")) || (key1 === "object"))){
const err1 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema28.properties.spec,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.entity !== undefined){
let data1 = data0.entity;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err2 = {instancePath:instancePath+"/spec/entity",schemaPath:"#/properties/spec/properties/entity/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.entity,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key2 in data1){
if(!((key2 === "case") || (key2 === "number"))){
const err3 = {instancePath:instancePath+"/spec/entity",schemaPath:"#/properties/spec/properties/entity/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema28.properties.spec.properties.entity,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.case !== undefined){
let data2 = data1.case;
if(typeof data2 !== "string"){
const err4 = {instancePath:instancePath+"/spec/entity/case",schemaPath:"#/properties/spec/properties/entity/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.entity.properties.case.type,parentSchema:schema28.properties.spec.properties.entity.properties.case,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((((data2 === "snake_case") || (data2 === "camelCase")) || (data2 === "PascalCase")) || (data2 === "kebab-case")) || (data2 === "SCREAMING_SNAKE_CASE"))){
const err5 = {instancePath:instancePath+"/spec/entity/case",schemaPath:"#/properties/spec/properties/entity/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.entity.properties.case.enum},schema:schema28.properties.spec.properties.entity.properties.case.enum,parentSchema:schema28.properties.spec.properties.entity.properties.case,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.number !== undefined){
let data3 = data1.number;
if(typeof data3 !== "string"){
const err6 = {instancePath:instancePath+"/spec/entity/number",schemaPath:"#/properties/spec/properties/entity/properties/number/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.entity.properties.number.type,parentSchema:schema28.properties.spec.properties.entity.properties.number,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data3 === "plural") || (data3 === "singular"))){
const err7 = {instancePath:instancePath+"/spec/entity/number",schemaPath:"#/properties/spec/properties/entity/properties/number/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.entity.properties.number.enum},schema:schema28.properties.spec.properties.entity.properties.number.enum,parentSchema:schema28.properties.spec.properties.entity.properties.number,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/spec/entity",schemaPath:"#/properties/spec/properties/entity/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.entity.type,parentSchema:schema28.properties.spec.properties.entity,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.field !== undefined){
let data4 = data0.field;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 1){
const err9 = {instancePath:instancePath+"/spec/field",schemaPath:"#/properties/spec/properties/field/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.field,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key3 in data4){
if(!(key3 === "case")){
const err10 = {instancePath:instancePath+"/spec/field",schemaPath:"#/properties/spec/properties/field/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema28.properties.spec.properties.field,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.case !== undefined){
let data5 = data4.case;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/spec/field/case",schemaPath:"#/properties/spec/properties/field/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.field.properties.case.type,parentSchema:schema28.properties.spec.properties.field.properties.case,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((((data5 === "snake_case") || (data5 === "camelCase")) || (data5 === "PascalCase")) || (data5 === "kebab-case")) || (data5 === "SCREAMING_SNAKE_CASE"))){
const err12 = {instancePath:instancePath+"/spec/field/case",schemaPath:"#/properties/spec/properties/field/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.field.properties.case.enum},schema:schema28.properties.spec.properties.field.properties.case.enum,parentSchema:schema28.properties.spec.properties.field.properties.case,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/spec/field",schemaPath:"#/properties/spec/properties/field/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.field.type,parentSchema:schema28.properties.spec.properties.field,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.enum !== undefined){
let data6 = data0.enum;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
const err14 = {instancePath:instancePath+"/spec/enum",schemaPath:"#/properties/spec/properties/enum/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.enum,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key4 in data6){
if(!(key4 === "case")){
const err15 = {instancePath:instancePath+"/spec/enum",schemaPath:"#/properties/spec/properties/enum/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema28.properties.spec.properties.enum,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.case !== undefined){
let data7 = data6.case;
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/spec/enum/case",schemaPath:"#/properties/spec/properties/enum/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.enum.properties.case.type,parentSchema:schema28.properties.spec.properties.enum.properties.case,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((((data7 === "snake_case") || (data7 === "camelCase")) || (data7 === "PascalCase")) || (data7 === "kebab-case")) || (data7 === "SCREAMING_SNAKE_CASE"))){
const err17 = {instancePath:instancePath+"/spec/enum/case",schemaPath:"#/properties/spec/properties/enum/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.enum.properties.case.enum},schema:schema28.properties.spec.properties.enum.properties.case.enum,parentSchema:schema28.properties.spec.properties.enum.properties.case,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/enum",schemaPath:"#/properties/spec/properties/enum/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.enum.type,parentSchema:schema28.properties.spec.properties.enum,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.enum_value !== undefined){
let data8 = data0.enum_value;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(Object.keys(data8).length < 1){
const err19 = {instancePath:instancePath+"/spec/enum_value",schemaPath:"#/properties/spec/properties/enum_value/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.enum_value,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key5 in data8){
if(!(key5 === "case")){
const err20 = {instancePath:instancePath+"/spec/enum_value",schemaPath:"#/properties/spec/properties/enum_value/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema28.properties.spec.properties.enum_value,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data8.case !== undefined){
let data9 = data8.case;
if(typeof data9 !== "string"){
const err21 = {instancePath:instancePath+"/spec/enum_value/case",schemaPath:"#/properties/spec/properties/enum_value/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.enum_value.properties.case.type,parentSchema:schema28.properties.spec.properties.enum_value.properties.case,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!(((((data9 === "snake_case") || (data9 === "camelCase")) || (data9 === "PascalCase")) || (data9 === "kebab-case")) || (data9 === "SCREAMING_SNAKE_CASE"))){
const err22 = {instancePath:instancePath+"/spec/enum_value/case",schemaPath:"#/properties/spec/properties/enum_value/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.enum_value.properties.case.enum},schema:schema28.properties.spec.properties.enum_value.properties.case.enum,parentSchema:schema28.properties.spec.properties.enum_value.properties.case,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/spec/enum_value",schemaPath:"#/properties/spec/properties/enum_value/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.enum_value.type,parentSchema:schema28.properties.spec.properties.enum_value,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data0.type !== undefined){
let data10 = data0.type;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length < 1){
const err24 = {instancePath:instancePath+"/spec/type",schemaPath:"#/properties/spec/properties/type/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.type,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data10){
if(!(key6 === "case")){
const err25 = {instancePath:instancePath+"/spec/type",schemaPath:"#/properties/spec/properties/type/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema28.properties.spec.properties.type,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.case !== undefined){
let data11 = data10.case;
if(typeof data11 !== "string"){
const err26 = {instancePath:instancePath+"/spec/type/case",schemaPath:"#/properties/spec/properties/type/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.type.properties.case.type,parentSchema:schema28.properties.spec.properties.type.properties.case,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!(((((data11 === "snake_case") || (data11 === "camelCase")) || (data11 === "PascalCase")) || (data11 === "kebab-case")) || (data11 === "SCREAMING_SNAKE_CASE"))){
const err27 = {instancePath:instancePath+"/spec/type/case",schemaPath:"#/properties/spec/properties/type/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.type.properties.case.enum},schema:schema28.properties.spec.properties.type.properties.case.enum,parentSchema:schema28.properties.spec.properties.type.properties.case,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec/type",schemaPath:"#/properties/spec/properties/type/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.type.type,parentSchema:schema28.properties.spec.properties.type,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data0.mixin !== undefined){
let data12 = data0.mixin;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
const err29 = {instancePath:instancePath+"/spec/mixin",schemaPath:"#/properties/spec/properties/mixin/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.mixin,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key7 in data12){
if(!(key7 === "case")){
const err30 = {instancePath:instancePath+"/spec/mixin",schemaPath:"#/properties/spec/properties/mixin/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema28.properties.spec.properties.mixin,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data12.case !== undefined){
let data13 = data12.case;
if(typeof data13 !== "string"){
const err31 = {instancePath:instancePath+"/spec/mixin/case",schemaPath:"#/properties/spec/properties/mixin/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.mixin.properties.case.type,parentSchema:schema28.properties.spec.properties.mixin.properties.case,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(((((data13 === "snake_case") || (data13 === "camelCase")) || (data13 === "PascalCase")) || (data13 === "kebab-case")) || (data13 === "SCREAMING_SNAKE_CASE"))){
const err32 = {instancePath:instancePath+"/spec/mixin/case",schemaPath:"#/properties/spec/properties/mixin/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.mixin.properties.case.enum},schema:schema28.properties.spec.properties.mixin.properties.case.enum,parentSchema:schema28.properties.spec.properties.mixin.properties.case,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/mixin",schemaPath:"#/properties/spec/properties/mixin/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.mixin.type,parentSchema:schema28.properties.spec.properties.mixin,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data0.object !== undefined){
let data14 = data0.object;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(Object.keys(data14).length < 1){
const err34 = {instancePath:instancePath+"/spec/object",schemaPath:"#/properties/spec/properties/object/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.spec.properties.object,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key8 in data14){
if(!(key8 === "case")){
const err35 = {instancePath:instancePath+"/spec/object",schemaPath:"#/properties/spec/properties/object/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema28.properties.spec.properties.object,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data14.case !== undefined){
let data15 = data14.case;
if(typeof data15 !== "string"){
const err36 = {instancePath:instancePath+"/spec/object/case",schemaPath:"#/properties/spec/properties/object/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.spec.properties.object.properties.case.type,parentSchema:schema28.properties.spec.properties.object.properties.case,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!(((((data15 === "snake_case") || (data15 === "camelCase")) || (data15 === "PascalCase")) || (data15 === "kebab-case")) || (data15 === "SCREAMING_SNAKE_CASE"))){
const err37 = {instancePath:instancePath+"/spec/object/case",schemaPath:"#/properties/spec/properties/object/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.spec.properties.object.properties.case.enum},schema:schema28.properties.spec.properties.object.properties.case.enum,parentSchema:schema28.properties.spec.properties.object.properties.case,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/spec/object",schemaPath:"#/properties/spec/properties/object/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.properties.object.type,parentSchema:schema28.properties.spec.properties.object,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},schema:schema28.properties.spec.type,parentSchema:schema28.properties.spec,data:data0};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.postgres !== undefined){
let data16 = data.postgres;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key9 in data16){
if(!((((((key9 === "table") || (key9 === "column")) || (key9 === "constraint")) || (key9 === "index")) || (key9 === "view")) || (key9 === "roles"))){
const err40 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},schema:false,parentSchema:schema28.properties.postgres,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data16.table !== undefined){
let data17 = data16.table;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length < 1){
const err41 = {instancePath:instancePath+"/postgres/table",schemaPath:"#/properties/postgres/properties/table/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.table,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key10 in data17){
if(!((key10 === "case") || (key10 === "number"))){
const err42 = {instancePath:instancePath+"/postgres/table",schemaPath:"#/properties/postgres/properties/table/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},schema:false,parentSchema:schema28.properties.postgres.properties.table,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data17.case !== undefined){
let data18 = data17.case;
if(typeof data18 !== "string"){
const err43 = {instancePath:instancePath+"/postgres/table/case",schemaPath:"#/properties/postgres/properties/table/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.table.properties.case.type,parentSchema:schema28.properties.postgres.properties.table.properties.case,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!(((((data18 === "snake_case") || (data18 === "camelCase")) || (data18 === "PascalCase")) || (data18 === "kebab-case")) || (data18 === "SCREAMING_SNAKE_CASE"))){
const err44 = {instancePath:instancePath+"/postgres/table/case",schemaPath:"#/properties/postgres/properties/table/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.table.properties.case.enum},schema:schema28.properties.postgres.properties.table.properties.case.enum,parentSchema:schema28.properties.postgres.properties.table.properties.case,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.number !== undefined){
let data19 = data17.number;
if(typeof data19 !== "string"){
const err45 = {instancePath:instancePath+"/postgres/table/number",schemaPath:"#/properties/postgres/properties/table/properties/number/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.table.properties.number.type,parentSchema:schema28.properties.postgres.properties.table.properties.number,data:data19};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data19 === "plural") || (data19 === "singular"))){
const err46 = {instancePath:instancePath+"/postgres/table/number",schemaPath:"#/properties/postgres/properties/table/properties/number/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.table.properties.number.enum},schema:schema28.properties.postgres.properties.table.properties.number.enum,parentSchema:schema28.properties.postgres.properties.table.properties.number,data:data19};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/postgres/table",schemaPath:"#/properties/postgres/properties/table/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.table.type,parentSchema:schema28.properties.postgres.properties.table,data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data16.column !== undefined){
let data20 = data16.column;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length < 1){
const err48 = {instancePath:instancePath+"/postgres/column",schemaPath:"#/properties/postgres/properties/column/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.column,data:data20};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key11 in data20){
if(!(key11 === "case")){
const err49 = {instancePath:instancePath+"/postgres/column",schemaPath:"#/properties/postgres/properties/column/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},schema:false,parentSchema:schema28.properties.postgres.properties.column,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data20.case !== undefined){
let data21 = data20.case;
if(typeof data21 !== "string"){
const err50 = {instancePath:instancePath+"/postgres/column/case",schemaPath:"#/properties/postgres/properties/column/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.column.properties.case.type,parentSchema:schema28.properties.postgres.properties.column.properties.case,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(!(((((data21 === "snake_case") || (data21 === "camelCase")) || (data21 === "PascalCase")) || (data21 === "kebab-case")) || (data21 === "SCREAMING_SNAKE_CASE"))){
const err51 = {instancePath:instancePath+"/postgres/column/case",schemaPath:"#/properties/postgres/properties/column/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.column.properties.case.enum},schema:schema28.properties.postgres.properties.column.properties.case.enum,parentSchema:schema28.properties.postgres.properties.column.properties.case,data:data21};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/postgres/column",schemaPath:"#/properties/postgres/properties/column/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.column.type,parentSchema:schema28.properties.postgres.properties.column,data:data20};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data16.constraint !== undefined){
let data22 = data16.constraint;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(Object.keys(data22).length < 1){
const err53 = {instancePath:instancePath+"/postgres/constraint",schemaPath:"#/properties/postgres/properties/constraint/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.constraint,data:data22};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key12 in data22){
if(!(key12 === "case")){
const err54 = {instancePath:instancePath+"/postgres/constraint",schemaPath:"#/properties/postgres/properties/constraint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},schema:false,parentSchema:schema28.properties.postgres.properties.constraint,data:data22};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data22.case !== undefined){
let data23 = data22.case;
if(typeof data23 !== "string"){
const err55 = {instancePath:instancePath+"/postgres/constraint/case",schemaPath:"#/properties/postgres/properties/constraint/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.constraint.properties.case.type,parentSchema:schema28.properties.postgres.properties.constraint.properties.case,data:data23};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!(((((data23 === "snake_case") || (data23 === "camelCase")) || (data23 === "PascalCase")) || (data23 === "kebab-case")) || (data23 === "SCREAMING_SNAKE_CASE"))){
const err56 = {instancePath:instancePath+"/postgres/constraint/case",schemaPath:"#/properties/postgres/properties/constraint/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.constraint.properties.case.enum},schema:schema28.properties.postgres.properties.constraint.properties.case.enum,parentSchema:schema28.properties.postgres.properties.constraint.properties.case,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/postgres/constraint",schemaPath:"#/properties/postgres/properties/constraint/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.constraint.type,parentSchema:schema28.properties.postgres.properties.constraint,data:data22};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data16.index !== undefined){
let data24 = data16.index;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err58 = {instancePath:instancePath+"/postgres/index",schemaPath:"#/properties/postgres/properties/index/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.index,data:data24};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key13 in data24){
if(!(key13 === "case")){
const err59 = {instancePath:instancePath+"/postgres/index",schemaPath:"#/properties/postgres/properties/index/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},schema:false,parentSchema:schema28.properties.postgres.properties.index,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data24.case !== undefined){
let data25 = data24.case;
if(typeof data25 !== "string"){
const err60 = {instancePath:instancePath+"/postgres/index/case",schemaPath:"#/properties/postgres/properties/index/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.index.properties.case.type,parentSchema:schema28.properties.postgres.properties.index.properties.case,data:data25};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!(((((data25 === "snake_case") || (data25 === "camelCase")) || (data25 === "PascalCase")) || (data25 === "kebab-case")) || (data25 === "SCREAMING_SNAKE_CASE"))){
const err61 = {instancePath:instancePath+"/postgres/index/case",schemaPath:"#/properties/postgres/properties/index/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.index.properties.case.enum},schema:schema28.properties.postgres.properties.index.properties.case.enum,parentSchema:schema28.properties.postgres.properties.index.properties.case,data:data25};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/postgres/index",schemaPath:"#/properties/postgres/properties/index/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.index.type,parentSchema:schema28.properties.postgres.properties.index,data:data24};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data16.view !== undefined){
let data26 = data16.view;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
const err63 = {instancePath:instancePath+"/postgres/view",schemaPath:"#/properties/postgres/properties/view/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.view,data:data26};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
for(const key14 in data26){
if(!((key14 === "case") || (key14 === "prefix"))){
const err64 = {instancePath:instancePath+"/postgres/view",schemaPath:"#/properties/postgres/properties/view/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},schema:false,parentSchema:schema28.properties.postgres.properties.view,data:data26};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data26.case !== undefined){
let data27 = data26.case;
if(typeof data27 !== "string"){
const err65 = {instancePath:instancePath+"/postgres/view/case",schemaPath:"#/properties/postgres/properties/view/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.view.properties.case.type,parentSchema:schema28.properties.postgres.properties.view.properties.case,data:data27};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!(((((data27 === "snake_case") || (data27 === "camelCase")) || (data27 === "PascalCase")) || (data27 === "kebab-case")) || (data27 === "SCREAMING_SNAKE_CASE"))){
const err66 = {instancePath:instancePath+"/postgres/view/case",schemaPath:"#/properties/postgres/properties/view/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.postgres.properties.view.properties.case.enum},schema:schema28.properties.postgres.properties.view.properties.case.enum,parentSchema:schema28.properties.postgres.properties.view.properties.case,data:data27};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data26.prefix !== undefined){
let data28 = data26.prefix;
if(typeof data28 === "string"){
if(!pattern41.test(data28)){
const err67 = {instancePath:instancePath+"/postgres/view/prefix",schemaPath:"#/properties/postgres/properties/view/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.view.properties.prefix,data:data28};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/postgres/view/prefix",schemaPath:"#/properties/postgres/properties/view/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.view.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.view.properties.prefix,data:data28};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/postgres/view",schemaPath:"#/properties/postgres/properties/view/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.view.type,parentSchema:schema28.properties.postgres.properties.view,data:data26};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data16.roles !== undefined){
let data29 = data16.roles;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key15 in data29){
if(!((((((((key15 === "timestamp") || (key15 === "user_ref")) || (key15 === "external_id")) || (key15 === "object_key")) || (key15 === "foreign_key")) || (key15 === "store_ref")) || (key15 === "internal_id")) || (key15 === "public_id"))){
const err70 = {instancePath:instancePath+"/postgres/roles",schemaPath:"#/properties/postgres/properties/roles/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},schema:false,parentSchema:schema28.properties.postgres.properties.roles,data:data29};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data29.timestamp !== undefined){
let data30 = data29.timestamp;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(Object.keys(data30).length < 1){
const err71 = {instancePath:instancePath+"/postgres/roles/timestamp",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp,data:data30};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key16 in data30){
if(!((key16 === "prefix") || (key16 === "suffix"))){
const err72 = {instancePath:instancePath+"/postgres/roles/timestamp",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp,data:data30};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data30.prefix !== undefined){
let data31 = data30.prefix;
if(typeof data31 === "string"){
if(!pattern41.test(data31)){
const err73 = {instancePath:instancePath+"/postgres/roles/timestamp/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.prefix,data:data31};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/postgres/roles/timestamp/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.prefix,data:data31};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data30.suffix !== undefined){
let data32 = data30.suffix;
if(typeof data32 === "string"){
if(!pattern41.test(data32)){
const err75 = {instancePath:instancePath+"/postgres/roles/timestamp/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.suffix,data:data32};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/postgres/roles/timestamp/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp.properties.suffix,data:data32};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/postgres/roles/timestamp",schemaPath:"#/properties/postgres/properties/roles/properties/timestamp/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.timestamp.type,parentSchema:schema28.properties.postgres.properties.roles.properties.timestamp,data:data30};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data29.user_ref !== undefined){
let data33 = data29.user_ref;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(Object.keys(data33).length < 1){
const err78 = {instancePath:instancePath+"/postgres/roles/user_ref",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref,data:data33};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
for(const key17 in data33){
if(!((key17 === "prefix") || (key17 === "suffix"))){
const err79 = {instancePath:instancePath+"/postgres/roles/user_ref",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref,data:data33};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data33.prefix !== undefined){
let data34 = data33.prefix;
if(typeof data34 === "string"){
if(!pattern41.test(data34)){
const err80 = {instancePath:instancePath+"/postgres/roles/user_ref/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.prefix,data:data34};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/postgres/roles/user_ref/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.prefix,data:data34};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data33.suffix !== undefined){
let data35 = data33.suffix;
if(typeof data35 === "string"){
if(!pattern41.test(data35)){
const err82 = {instancePath:instancePath+"/postgres/roles/user_ref/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.suffix,data:data35};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/postgres/roles/user_ref/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref.properties.suffix,data:data35};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/postgres/roles/user_ref",schemaPath:"#/properties/postgres/properties/roles/properties/user_ref/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.user_ref.type,parentSchema:schema28.properties.postgres.properties.roles.properties.user_ref,data:data33};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data29.external_id !== undefined){
let data36 = data29.external_id;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(Object.keys(data36).length < 1){
const err85 = {instancePath:instancePath+"/postgres/roles/external_id",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.external_id,data:data36};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key18 in data36){
if(!((key18 === "prefix") || (key18 === "suffix"))){
const err86 = {instancePath:instancePath+"/postgres/roles/external_id",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.external_id,data:data36};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data36.prefix !== undefined){
let data37 = data36.prefix;
if(typeof data37 === "string"){
if(!pattern41.test(data37)){
const err87 = {instancePath:instancePath+"/postgres/roles/external_id/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.external_id.properties.prefix,data:data37};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/postgres/roles/external_id/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.external_id.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.external_id.properties.prefix,data:data37};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data36.suffix !== undefined){
let data38 = data36.suffix;
if(typeof data38 === "string"){
if(!pattern41.test(data38)){
const err89 = {instancePath:instancePath+"/postgres/roles/external_id/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.external_id.properties.suffix,data:data38};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/postgres/roles/external_id/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.external_id.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.external_id.properties.suffix,data:data38};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/postgres/roles/external_id",schemaPath:"#/properties/postgres/properties/roles/properties/external_id/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.external_id.type,parentSchema:schema28.properties.postgres.properties.roles.properties.external_id,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data29.object_key !== undefined){
let data39 = data29.object_key;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(Object.keys(data39).length < 1){
const err92 = {instancePath:instancePath+"/postgres/roles/object_key",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.object_key,data:data39};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key19 in data39){
if(!((key19 === "prefix") || (key19 === "suffix"))){
const err93 = {instancePath:instancePath+"/postgres/roles/object_key",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.object_key,data:data39};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data39.prefix !== undefined){
let data40 = data39.prefix;
if(typeof data40 === "string"){
if(!pattern41.test(data40)){
const err94 = {instancePath:instancePath+"/postgres/roles/object_key/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.object_key.properties.prefix,data:data40};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/postgres/roles/object_key/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.object_key.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.object_key.properties.prefix,data:data40};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data39.suffix !== undefined){
let data41 = data39.suffix;
if(typeof data41 === "string"){
if(!pattern41.test(data41)){
const err96 = {instancePath:instancePath+"/postgres/roles/object_key/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.object_key.properties.suffix,data:data41};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/postgres/roles/object_key/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.object_key.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.object_key.properties.suffix,data:data41};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/postgres/roles/object_key",schemaPath:"#/properties/postgres/properties/roles/properties/object_key/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.object_key.type,parentSchema:schema28.properties.postgres.properties.roles.properties.object_key,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data29.foreign_key !== undefined){
let data42 = data29.foreign_key;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length < 1){
const err99 = {instancePath:instancePath+"/postgres/roles/foreign_key",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key,data:data42};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key20 in data42){
if(!((key20 === "prefix") || (key20 === "suffix"))){
const err100 = {instancePath:instancePath+"/postgres/roles/foreign_key",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key,data:data42};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data42.prefix !== undefined){
let data43 = data42.prefix;
if(typeof data43 === "string"){
if(!pattern41.test(data43)){
const err101 = {instancePath:instancePath+"/postgres/roles/foreign_key/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.prefix,data:data43};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/postgres/roles/foreign_key/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.prefix,data:data43};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data42.suffix !== undefined){
let data44 = data42.suffix;
if(typeof data44 === "string"){
if(!pattern41.test(data44)){
const err103 = {instancePath:instancePath+"/postgres/roles/foreign_key/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.suffix,data:data44};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/postgres/roles/foreign_key/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key.properties.suffix,data:data44};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/postgres/roles/foreign_key",schemaPath:"#/properties/postgres/properties/roles/properties/foreign_key/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.foreign_key.type,parentSchema:schema28.properties.postgres.properties.roles.properties.foreign_key,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data29.store_ref !== undefined){
let data45 = data29.store_ref;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(Object.keys(data45).length < 1){
const err106 = {instancePath:instancePath+"/postgres/roles/store_ref",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref,data:data45};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
for(const key21 in data45){
if(!((key21 === "prefix") || (key21 === "suffix"))){
const err107 = {instancePath:instancePath+"/postgres/roles/store_ref",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref,data:data45};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data45.prefix !== undefined){
let data46 = data45.prefix;
if(typeof data46 === "string"){
if(!pattern41.test(data46)){
const err108 = {instancePath:instancePath+"/postgres/roles/store_ref/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.prefix,data:data46};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/postgres/roles/store_ref/prefix",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.prefix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.prefix,data:data46};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data45.suffix !== undefined){
let data47 = data45.suffix;
if(typeof data47 === "string"){
if(!pattern41.test(data47)){
const err110 = {instancePath:instancePath+"/postgres/roles/store_ref/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.suffix,data:data47};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/postgres/roles/store_ref/suffix",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.suffix.type,parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref.properties.suffix,data:data47};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
else {
const err112 = {instancePath:instancePath+"/postgres/roles/store_ref",schemaPath:"#/properties/postgres/properties/roles/properties/store_ref/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.store_ref.type,parentSchema:schema28.properties.postgres.properties.roles.properties.store_ref,data:data45};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data29.internal_id !== undefined){
let data48 = data29.internal_id;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(Object.keys(data48).length < 1){
const err113 = {instancePath:instancePath+"/postgres/roles/internal_id",schemaPath:"#/properties/postgres/properties/roles/properties/internal_id/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.internal_id,data:data48};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
for(const key22 in data48){
if(!(key22 === "name")){
const err114 = {instancePath:instancePath+"/postgres/roles/internal_id",schemaPath:"#/properties/postgres/properties/roles/properties/internal_id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.internal_id,data:data48};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data48.name !== undefined){
let data49 = data48.name;
if(typeof data49 === "string"){
if(!pattern33.test(data49)){
const err115 = {instancePath:instancePath+"/postgres/roles/internal_id/name",schemaPath:"#/properties/postgres/properties/roles/properties/internal_id/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema28.properties.postgres.properties.roles.properties.internal_id.properties.name,data:data49};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
else {
const err116 = {instancePath:instancePath+"/postgres/roles/internal_id/name",schemaPath:"#/properties/postgres/properties/roles/properties/internal_id/properties/name/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.internal_id.properties.name.type,parentSchema:schema28.properties.postgres.properties.roles.properties.internal_id.properties.name,data:data49};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/postgres/roles/internal_id",schemaPath:"#/properties/postgres/properties/roles/properties/internal_id/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.internal_id.type,parentSchema:schema28.properties.postgres.properties.roles.properties.internal_id,data:data48};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data29.public_id !== undefined){
let data50 = data29.public_id;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(Object.keys(data50).length < 1){
const err118 = {instancePath:instancePath+"/postgres/roles/public_id",schemaPath:"#/properties/postgres/properties/roles/properties/public_id/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.postgres.properties.roles.properties.public_id,data:data50};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
for(const key23 in data50){
if(!(key23 === "name")){
const err119 = {instancePath:instancePath+"/postgres/roles/public_id",schemaPath:"#/properties/postgres/properties/roles/properties/public_id/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},schema:false,parentSchema:schema28.properties.postgres.properties.roles.properties.public_id,data:data50};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data50.name !== undefined){
let data51 = data50.name;
if(typeof data51 === "string"){
if(!pattern33.test(data51)){
const err120 = {instancePath:instancePath+"/postgres/roles/public_id/name",schemaPath:"#/properties/postgres/properties/roles/properties/public_id/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema28.properties.postgres.properties.roles.properties.public_id.properties.name,data:data51};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/postgres/roles/public_id/name",schemaPath:"#/properties/postgres/properties/roles/properties/public_id/properties/name/type",keyword:"type",params:{type: "string"},schema:schema28.properties.postgres.properties.roles.properties.public_id.properties.name.type,parentSchema:schema28.properties.postgres.properties.roles.properties.public_id.properties.name,data:data51};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/postgres/roles/public_id",schemaPath:"#/properties/postgres/properties/roles/properties/public_id/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.properties.public_id.type,parentSchema:schema28.properties.postgres.properties.roles.properties.public_id,data:data50};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/postgres/roles",schemaPath:"#/properties/postgres/properties/roles/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.properties.roles.type,parentSchema:schema28.properties.postgres.properties.roles,data:data29};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
else {
const err124 = {instancePath:instancePath+"/postgres",schemaPath:"#/properties/postgres/type",keyword:"type",params:{type: "object"},schema:schema28.properties.postgres.type,parentSchema:schema28.properties.postgres,data:data16};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data.mongo !== undefined){
let data52 = data.mongo;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key24 in data52){
if(!((((key24 === "collection") || (key24 === "field")) || (key24 === "index")) || (key24 === "reference"))){
const err125 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},schema:false,parentSchema:schema28.properties.mongo,data:data52};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data52.collection !== undefined){
let data53 = data52.collection;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(Object.keys(data53).length < 1){
const err126 = {instancePath:instancePath+"/mongo/collection",schemaPath:"#/properties/mongo/properties/collection/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.mongo.properties.collection,data:data53};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key25 in data53){
if(!((key25 === "case") || (key25 === "number"))){
const err127 = {instancePath:instancePath+"/mongo/collection",schemaPath:"#/properties/mongo/properties/collection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},schema:false,parentSchema:schema28.properties.mongo.properties.collection,data:data53};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data53.case !== undefined){
let data54 = data53.case;
if(typeof data54 !== "string"){
const err128 = {instancePath:instancePath+"/mongo/collection/case",schemaPath:"#/properties/mongo/properties/collection/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.collection.properties.case.type,parentSchema:schema28.properties.mongo.properties.collection.properties.case,data:data54};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!(((((data54 === "snake_case") || (data54 === "camelCase")) || (data54 === "PascalCase")) || (data54 === "kebab-case")) || (data54 === "SCREAMING_SNAKE_CASE"))){
const err129 = {instancePath:instancePath+"/mongo/collection/case",schemaPath:"#/properties/mongo/properties/collection/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.mongo.properties.collection.properties.case.enum},schema:schema28.properties.mongo.properties.collection.properties.case.enum,parentSchema:schema28.properties.mongo.properties.collection.properties.case,data:data54};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data53.number !== undefined){
let data55 = data53.number;
if(typeof data55 !== "string"){
const err130 = {instancePath:instancePath+"/mongo/collection/number",schemaPath:"#/properties/mongo/properties/collection/properties/number/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.collection.properties.number.type,parentSchema:schema28.properties.mongo.properties.collection.properties.number,data:data55};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(!((data55 === "plural") || (data55 === "singular"))){
const err131 = {instancePath:instancePath+"/mongo/collection/number",schemaPath:"#/properties/mongo/properties/collection/properties/number/enum",keyword:"enum",params:{allowedValues: schema28.properties.mongo.properties.collection.properties.number.enum},schema:schema28.properties.mongo.properties.collection.properties.number.enum,parentSchema:schema28.properties.mongo.properties.collection.properties.number,data:data55};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
else {
const err132 = {instancePath:instancePath+"/mongo/collection",schemaPath:"#/properties/mongo/properties/collection/type",keyword:"type",params:{type: "object"},schema:schema28.properties.mongo.properties.collection.type,parentSchema:schema28.properties.mongo.properties.collection,data:data53};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data52.field !== undefined){
let data56 = data52.field;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(Object.keys(data56).length < 1){
const err133 = {instancePath:instancePath+"/mongo/field",schemaPath:"#/properties/mongo/properties/field/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.mongo.properties.field,data:data56};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
for(const key26 in data56){
if(!(key26 === "case")){
const err134 = {instancePath:instancePath+"/mongo/field",schemaPath:"#/properties/mongo/properties/field/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},schema:false,parentSchema:schema28.properties.mongo.properties.field,data:data56};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data56.case !== undefined){
let data57 = data56.case;
if(typeof data57 !== "string"){
const err135 = {instancePath:instancePath+"/mongo/field/case",schemaPath:"#/properties/mongo/properties/field/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.field.properties.case.type,parentSchema:schema28.properties.mongo.properties.field.properties.case,data:data57};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if(!(((((data57 === "snake_case") || (data57 === "camelCase")) || (data57 === "PascalCase")) || (data57 === "kebab-case")) || (data57 === "SCREAMING_SNAKE_CASE"))){
const err136 = {instancePath:instancePath+"/mongo/field/case",schemaPath:"#/properties/mongo/properties/field/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.mongo.properties.field.properties.case.enum},schema:schema28.properties.mongo.properties.field.properties.case.enum,parentSchema:schema28.properties.mongo.properties.field.properties.case,data:data57};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
else {
const err137 = {instancePath:instancePath+"/mongo/field",schemaPath:"#/properties/mongo/properties/field/type",keyword:"type",params:{type: "object"},schema:schema28.properties.mongo.properties.field.type,parentSchema:schema28.properties.mongo.properties.field,data:data56};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data52.index !== undefined){
let data58 = data52.index;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(Object.keys(data58).length < 1){
const err138 = {instancePath:instancePath+"/mongo/index",schemaPath:"#/properties/mongo/properties/index/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.mongo.properties.index,data:data58};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
for(const key27 in data58){
if(!(key27 === "case")){
const err139 = {instancePath:instancePath+"/mongo/index",schemaPath:"#/properties/mongo/properties/index/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},schema:false,parentSchema:schema28.properties.mongo.properties.index,data:data58};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data58.case !== undefined){
let data59 = data58.case;
if(typeof data59 !== "string"){
const err140 = {instancePath:instancePath+"/mongo/index/case",schemaPath:"#/properties/mongo/properties/index/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.index.properties.case.type,parentSchema:schema28.properties.mongo.properties.index.properties.case,data:data59};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!(((((data59 === "snake_case") || (data59 === "camelCase")) || (data59 === "PascalCase")) || (data59 === "kebab-case")) || (data59 === "SCREAMING_SNAKE_CASE"))){
const err141 = {instancePath:instancePath+"/mongo/index/case",schemaPath:"#/properties/mongo/properties/index/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.mongo.properties.index.properties.case.enum},schema:schema28.properties.mongo.properties.index.properties.case.enum,parentSchema:schema28.properties.mongo.properties.index.properties.case,data:data59};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/mongo/index",schemaPath:"#/properties/mongo/properties/index/type",keyword:"type",params:{type: "object"},schema:schema28.properties.mongo.properties.index.type,parentSchema:schema28.properties.mongo.properties.index,data:data58};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data52.reference !== undefined){
let data60 = data52.reference;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(Object.keys(data60).length < 1){
const err143 = {instancePath:instancePath+"/mongo/reference",schemaPath:"#/properties/mongo/properties/reference/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.mongo.properties.reference,data:data60};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
for(const key28 in data60){
if(!((key28 === "prefix") || (key28 === "suffix"))){
const err144 = {instancePath:instancePath+"/mongo/reference",schemaPath:"#/properties/mongo/properties/reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},schema:false,parentSchema:schema28.properties.mongo.properties.reference,data:data60};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data60.prefix !== undefined){
let data61 = data60.prefix;
if(typeof data61 === "string"){
if(!pattern41.test(data61)){
const err145 = {instancePath:instancePath+"/mongo/reference/prefix",schemaPath:"#/properties/mongo/properties/reference/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.mongo.properties.reference.properties.prefix,data:data61};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/mongo/reference/prefix",schemaPath:"#/properties/mongo/properties/reference/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.reference.properties.prefix.type,parentSchema:schema28.properties.mongo.properties.reference.properties.prefix,data:data61};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data60.suffix !== undefined){
let data62 = data60.suffix;
if(typeof data62 === "string"){
if(!pattern41.test(data62)){
const err147 = {instancePath:instancePath+"/mongo/reference/suffix",schemaPath:"#/properties/mongo/properties/reference/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]{1,32}$"},schema:"^[A-Za-z0-9_]{1,32}$",parentSchema:schema28.properties.mongo.properties.reference.properties.suffix,data:data62};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/mongo/reference/suffix",schemaPath:"#/properties/mongo/properties/reference/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema28.properties.mongo.properties.reference.properties.suffix.type,parentSchema:schema28.properties.mongo.properties.reference.properties.suffix,data:data62};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/mongo/reference",schemaPath:"#/properties/mongo/properties/reference/type",keyword:"type",params:{type: "object"},schema:schema28.properties.mongo.properties.reference.type,parentSchema:schema28.properties.mongo.properties.reference,data:data60};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/mongo",schemaPath:"#/properties/mongo/type",keyword:"type",params:{type: "object"},schema:schema28.properties.mongo.type,parentSchema:schema28.properties.mongo,data:data52};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data.s3 !== undefined){
let data63 = data.s3;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key29 in data63){
if(!((key29 === "segment") || (key29 === "bucket"))){
const err151 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},schema:false,parentSchema:schema28.properties.s3,data:data63};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data63.segment !== undefined){
let data64 = data63.segment;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(Object.keys(data64).length < 1){
const err152 = {instancePath:instancePath+"/s3/segment",schemaPath:"#/properties/s3/properties/segment/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.s3.properties.segment,data:data64};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
for(const key30 in data64){
if(!(key30 === "case")){
const err153 = {instancePath:instancePath+"/s3/segment",schemaPath:"#/properties/s3/properties/segment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},schema:false,parentSchema:schema28.properties.s3.properties.segment,data:data64};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data64.case !== undefined){
let data65 = data64.case;
if(typeof data65 !== "string"){
const err154 = {instancePath:instancePath+"/s3/segment/case",schemaPath:"#/properties/s3/properties/segment/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.s3.properties.segment.properties.case.type,parentSchema:schema28.properties.s3.properties.segment.properties.case,data:data65};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!(((((data65 === "snake_case") || (data65 === "camelCase")) || (data65 === "PascalCase")) || (data65 === "kebab-case")) || (data65 === "SCREAMING_SNAKE_CASE"))){
const err155 = {instancePath:instancePath+"/s3/segment/case",schemaPath:"#/properties/s3/properties/segment/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.s3.properties.segment.properties.case.enum},schema:schema28.properties.s3.properties.segment.properties.case.enum,parentSchema:schema28.properties.s3.properties.segment.properties.case,data:data65};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/s3/segment",schemaPath:"#/properties/s3/properties/segment/type",keyword:"type",params:{type: "object"},schema:schema28.properties.s3.properties.segment.type,parentSchema:schema28.properties.s3.properties.segment,data:data64};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data63.bucket !== undefined){
let data66 = data63.bucket;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(Object.keys(data66).length < 1){
const err157 = {instancePath:instancePath+"/s3/bucket",schemaPath:"#/properties/s3/properties/bucket/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema28.properties.s3.properties.bucket,data:data66};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
for(const key31 in data66){
if(!(key31 === "case")){
const err158 = {instancePath:instancePath+"/s3/bucket",schemaPath:"#/properties/s3/properties/bucket/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},schema:false,parentSchema:schema28.properties.s3.properties.bucket,data:data66};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data66.case !== undefined){
let data67 = data66.case;
if(typeof data67 !== "string"){
const err159 = {instancePath:instancePath+"/s3/bucket/case",schemaPath:"#/properties/s3/properties/bucket/properties/case/type",keyword:"type",params:{type: "string"},schema:schema28.properties.s3.properties.bucket.properties.case.type,parentSchema:schema28.properties.s3.properties.bucket.properties.case,data:data67};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(!(((((data67 === "snake_case") || (data67 === "camelCase")) || (data67 === "PascalCase")) || (data67 === "kebab-case")) || (data67 === "SCREAMING_SNAKE_CASE"))){
const err160 = {instancePath:instancePath+"/s3/bucket/case",schemaPath:"#/properties/s3/properties/bucket/properties/case/enum",keyword:"enum",params:{allowedValues: schema28.properties.s3.properties.bucket.properties.case.enum},schema:schema28.properties.s3.properties.bucket.properties.case.enum,parentSchema:schema28.properties.s3.properties.bucket.properties.case,data:data67};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
else {
const err161 = {instancePath:instancePath+"/s3/bucket",schemaPath:"#/properties/s3/properties/bucket/type",keyword:"type",params:{type: "object"},schema:schema28.properties.s3.properties.bucket.type,parentSchema:schema28.properties.s3.properties.bucket,data:data66};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
else {
const err162 = {instancePath:instancePath+"/s3",schemaPath:"#/properties/s3/type",keyword:"type",params:{type: "object"},schema:schema28.properties.s3.type,parentSchema:schema28.properties.s3,data:data63};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
else {
const err163 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}
validate126.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate121.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stowage === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stowage"},schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.stores === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stores"},schema:schema25.required,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema25.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.stowage !== undefined){
let data0 = data.stowage;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err4 = {instancePath:instancePath+"/stowage",schemaPath:"#/properties/stowage/type",keyword:"type",params:{type: "integer"},schema:schema25.properties.stowage.type,parentSchema:schema25.properties.stowage,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(1 !== data0){
const err5 = {instancePath:instancePath+"/stowage",schemaPath:"#/properties/stowage/const",keyword:"const",params:{allowedValue: 1},schema:1,parentSchema:schema25.properties.stowage,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern14.test(data1)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$"},schema:"^(?=.{1,63}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$",parentSchema:schema25.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema25.properties.name.type,parentSchema:schema25.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.about !== undefined){
let data2 = data.about;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err8 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema25.properties.about,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema25.properties.about.type,parentSchema:schema25.properties.about,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.include !== undefined){
let data3 = data.include;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
const err10 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema25.properties.include.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},schema:schema25.properties.include.items.type,parentSchema:schema25.properties.include.items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err12 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema25.properties.include,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err13 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"},schema:schema25.properties.include.type,parentSchema:schema25.properties.include,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.output !== undefined){
let data5 = data.output;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!(((key1 === "root") || (key1 === "package")) || (key1 === "drawings"))){
const err14 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema25.properties.output,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.root !== undefined){
let data6 = data5.root;
if(typeof data6 === "string"){
if(!pattern17.test(data6)){
const err15 = {instancePath:instancePath+"/output/root",schemaPath:"#/properties/output/properties/root/pattern",keyword:"pattern",params:{pattern: "^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$"},schema:"^\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*(/\\.?[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$",parentSchema:schema25.properties.output.properties.root,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/output/root",schemaPath:"#/properties/output/properties/root/type",keyword:"type",params:{type: "string"},schema:schema25.properties.output.properties.root.type,parentSchema:schema25.properties.output.properties.root,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.package !== undefined){
let data7 = data5.package;
if(typeof data7 === "string"){
if(!pattern18.test(data7)){
const err17 = {instancePath:instancePath+"/output/package",schemaPath:"#/properties/output/properties/package/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$"},schema:"^(?=.{1,214}$)(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$",parentSchema:schema25.properties.output.properties.package,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/output/package",schemaPath:"#/properties/output/properties/package/type",keyword:"type",params:{type: "string"},schema:schema25.properties.output.properties.package.type,parentSchema:schema25.properties.output.properties.package,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.drawings !== undefined){
let data8 = data5.drawings;
if(typeof data8 !== "boolean"){
const err19 = {instancePath:instancePath+"/output/drawings",schemaPath:"#/properties/output/properties/drawings/type",keyword:"type",params:{type: "boolean"},schema:schema25.properties.output.properties.drawings.type,parentSchema:schema25.properties.output.properties.drawings,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},schema:schema25.properties.output.type,parentSchema:schema25.properties.output,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.docs !== undefined){
let data9 = data.docs;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
if(!((key2 === "url") || (key2 === "source"))){
const err21 = {instancePath:instancePath+"/docs",schemaPath:"#/properties/docs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema25.properties.docs,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.url !== undefined){
let data10 = data9.url;
if(typeof data10 === "string"){
if(!pattern19.test(data10)){
const err22 = {instancePath:instancePath+"/docs/url",schemaPath:"#/properties/docs/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$"},schema:"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$",parentSchema:schema25.properties.docs.properties.url,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/docs/url",schemaPath:"#/properties/docs/properties/url/type",keyword:"type",params:{type: "string"},schema:schema25.properties.docs.properties.url.type,parentSchema:schema25.properties.docs.properties.url,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.source !== undefined){
let data11 = data9.source;
if(typeof data11 === "string"){
if(!pattern19.test(data11)){
const err24 = {instancePath:instancePath+"/docs/source",schemaPath:"#/properties/docs/properties/source/pattern",keyword:"pattern",params:{pattern: "^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$"},schema:"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~@%+-]+)*/$",parentSchema:schema25.properties.docs.properties.source,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/docs/source",schemaPath:"#/properties/docs/properties/source/type",keyword:"type",params:{type: "string"},schema:schema25.properties.docs.properties.source.type,parentSchema:schema25.properties.docs.properties.source,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/docs",schemaPath:"#/properties/docs/type",keyword:"type",params:{type: "object"},schema:schema25.properties.docs.type,parentSchema:schema25.properties.docs,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.stores !== undefined){
if(!(validate122(data.stores, {instancePath:instancePath+"/stores",parentData:data,parentDataProperty:"stores",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate122.errors);
errors = vErrors.length;
}
}
if(data.tenancy !== undefined){
if(!(validate124(data.tenancy, {instancePath:instancePath+"/tenancy",parentData:data,parentDataProperty:"tenancy",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate124.errors);
errors = vErrors.length;
}
}
if(data.conventions !== undefined){
if(!(validate126(data.conventions, {instancePath:instancePath+"/conventions",parentData:data,parentDataProperty:"conventions",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate126.errors);
errors = vErrors.length;
}
}
if(data.placement !== undefined){
let data15 = data.placement;
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i2=0; i2<len1; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.when === undefined){
const err27 = {instancePath:instancePath+"/placement/" + i2,schemaPath:"#/properties/placement/items/required",keyword:"required",params:{missingProperty: "when"},schema:schema25.properties.placement.items.required,parentSchema:schema25.properties.placement.items,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16.store === undefined){
const err28 = {instancePath:instancePath+"/placement/" + i2,schemaPath:"#/properties/placement/items/required",keyword:"required",params:{missingProperty: "store"},schema:schema25.properties.placement.items.required,parentSchema:schema25.properties.placement.items,data:data16};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key3 in data16){
if(!((key3 === "when") || (key3 === "store"))){
const err29 = {instancePath:instancePath+"/placement/" + i2,schemaPath:"#/properties/placement/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema25.properties.placement.items,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data16.when !== undefined){
let data17 = data16.when;
if(typeof data17 === "string"){
if(!pattern3.test(data17)){
const err30 = {instancePath:instancePath+"/placement/" + i2+"/when",schemaPath:"#/properties/placement/items/properties/when/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema25.properties.placement.items.properties.when,data:data17};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/placement/" + i2+"/when",schemaPath:"#/properties/placement/items/properties/when/type",keyword:"type",params:{type: "string"},schema:schema25.properties.placement.items.properties.when.type,parentSchema:schema25.properties.placement.items.properties.when,data:data17};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data16.store !== undefined){
let data18 = data16.store;
if(typeof data18 !== "string"){
const err32 = {instancePath:instancePath+"/placement/" + i2+"/store",schemaPath:"#/properties/placement/items/properties/store/type",keyword:"type",params:{type: "string"},schema:schema25.properties.placement.items.properties.store.type,parentSchema:schema25.properties.placement.items.properties.store,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!(((data18 === "postgres") || (data18 === "mongo")) || (data18 === "s3"))){
const err33 = {instancePath:instancePath+"/placement/" + i2+"/store",schemaPath:"#/properties/placement/items/properties/store/enum",keyword:"enum",params:{allowedValues: schema25.properties.placement.items.properties.store.enum},schema:schema25.properties.placement.items.properties.store.enum,parentSchema:schema25.properties.placement.items.properties.store,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/placement/" + i2,schemaPath:"#/properties/placement/items/type",keyword:"type",params:{type: "object"},schema:schema25.properties.placement.items.type,parentSchema:schema25.properties.placement.items,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/placement",schemaPath:"#/properties/placement/type",keyword:"type",params:{type: "array"},schema:schema25.properties.placement.type,parentSchema:schema25.properties.placement,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.rules !== undefined){
if(!(validate54(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}
validate121.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema29 = {"examples":[{"domain":"Billing","entities":{"Invoice":{"postgres":{"fields":{"number":"string(20)"}}}}}],"type":"object","properties":{"domain":{"examples":["Billing"],"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$","x-expected":"a name of at most 63 letters, digits, spaces, hyphens and underscores that starts with a letter, such as `Billing`"},"about":{"examples":["From an order to its payment."],"type":"string","pattern":"\\S","x-expected":"a text"},"include":{"examples":[["base.yaml","domains/*.yaml"]],"type":"array","items":{"type":"string","pattern":"\\S","x-expected":"a text"},"uniqueItems":true},"mixins":{"examples":[{"base_fields":{"fields":{"created_on":"timestamp"}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/mixin"}},"enums":{"examples":[{"InvoiceStatus":["draft","sent"]}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/enum"}},"types":{"examples":[{"Address":{"fields":{"city":"string(80)"}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/type"}},"entities":{"examples":[{"Invoice":{"postgres":{"fields":{"number":"string(20)"}}}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/entity"}}},"additionalProperties":false};
const pattern59 = new RegExp("^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$", "u");
const schema30 = {"examples":[{"about":"What every record carries.","role":"base","fields":{"created_on":"timestamp"}}],"type":"object","properties":{"about":{"examples":["What every record carries."],"type":"string","pattern":"\\S","x-expected":"a text"},"role":{"examples":["base"],"type":"string","enum":["base","mutable","soft_delete","plain"]},"use":{"$ref":"#/$defs/use"},"fields":{"$ref":"#/$defs/fields"}},"additionalProperties":false,"minProperties":1};
const schema31 = {"examples":[["base_fields","mutable_fields"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true};

function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate132.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern33.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema31.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},schema:schema31.items.type,parentSchema:schema31.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err2 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate132.errors = vErrors;
return errors === 0;
}
validate132.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"examples":[{"name":"string(120)","paid_on":"timestamp?"}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"$ref":"#/$defs/field"}};
const schema33 = {"examples":["string(120)",{"type":"int"}],"anyOf":[{"type":"string","pattern":"\\S","x-expected":"a text","examples":["timestamp?"]},{"examples":[{"type":"int","min":0}],"type":"object","properties":{"type":{"examples":["string(120)","ref(User)?"],"type":"string","pattern":"\\S","x-expected":"a text"},"length":{"examples":[120],"type":"integer","minimum":1,"maximum":10485760},"precision":{"examples":[12],"type":"integer","minimum":1,"maximum":1000},"scale":{"examples":[2],"type":"integer","minimum":0,"maximum":1000},"list":{"examples":[true],"type":"boolean"},"optional":{"examples":[true],"type":"boolean"},"primary":{"examples":[true],"type":"boolean"},"public_id":{"examples":[true],"type":"boolean"},"default":{"examples":["now",0,false,[]],"type":["string","number","boolean","array"],"maxItems":0},"min":{"examples":[0],"type":"number"},"max":{"examples":[100],"type":"number"},"pattern":{"examples":["^[a-z0-9-]+$"],"type":"string","pattern":"\\S","x-expected":"a text"},"unique":{"examples":[true,{"scope":"global","deleted":"counted"}],"anyOf":[{"type":"boolean"},{"examples":[{"scope":"global"}],"type":"object","properties":{"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"deleted":{"examples":["ignored"],"type":"string","enum":["ignored","counted"]}},"additionalProperties":false,"minProperties":1}]},"lookup":{"examples":["global"],"type":"string","enum":["global"]},"immutable":{"examples":[true],"type":"boolean"},"on_update":{"examples":["now"],"type":"string","enum":["now","increment"]},"on_delete":{"examples":["restrict"],"type":"string","enum":["restrict","cascade","set_null"]},"on_soft_delete":{"examples":["restrict"],"type":"string","enum":["restrict","cascade"]},"inverse":{"examples":["invoices"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"name":{"examples":["legacy_no"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"was":{"examples":["title"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"classify":{"examples":["public"],"type":"string","enum":["public","internal","pii","secret"]},"about":{"examples":["When the invoice was sent."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["type"],"additionalProperties":false}]};
const pattern70 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,119}$", "u");

function validate135(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate135.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema33.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[0].type,parentSchema:schema33.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "type"},schema:schema33.anyOf[1].required,parentSchema:schema33.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema33.anyOf[1].properties, key0))){
const err3 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema33.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err4 = {instancePath:instancePath+"/type",schemaPath:"#/anyOf/1/properties/type/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema33.anyOf[1].properties.type,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/anyOf/1/properties/type/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.type.type,parentSchema:schema33.anyOf[1].properties.type,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.length !== undefined){
let data1 = data.length;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err6 = {instancePath:instancePath+"/length",schemaPath:"#/anyOf/1/properties/length/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.length.type,parentSchema:schema33.anyOf[1].properties.length,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 10485760 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/length",schemaPath:"#/anyOf/1/properties/length/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10485760},schema:10485760,parentSchema:schema33.anyOf[1].properties.length,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err8 = {instancePath:instancePath+"/length",schemaPath:"#/anyOf/1/properties/length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.length,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.precision !== undefined){
let data2 = data.precision;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/precision",schemaPath:"#/anyOf/1/properties/precision/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.precision.type,parentSchema:schema33.anyOf[1].properties.precision,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/precision",schemaPath:"#/anyOf/1/properties/precision/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema33.anyOf[1].properties.precision,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/precision",schemaPath:"#/anyOf/1/properties/precision/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.precision,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.scale !== undefined){
let data3 = data.scale;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/scale",schemaPath:"#/anyOf/1/properties/scale/type",keyword:"type",params:{type: "integer"},schema:schema33.anyOf[1].properties.scale.type,parentSchema:schema33.anyOf[1].properties.scale,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/scale",schemaPath:"#/anyOf/1/properties/scale/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema33.anyOf[1].properties.scale,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/scale",schemaPath:"#/anyOf/1/properties/scale/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema33.anyOf[1].properties.scale,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.list !== undefined){
let data4 = data.list;
if(typeof data4 !== "boolean"){
const err15 = {instancePath:instancePath+"/list",schemaPath:"#/anyOf/1/properties/list/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.list.type,parentSchema:schema33.anyOf[1].properties.list,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.optional !== undefined){
let data5 = data.optional;
if(typeof data5 !== "boolean"){
const err16 = {instancePath:instancePath+"/optional",schemaPath:"#/anyOf/1/properties/optional/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.optional.type,parentSchema:schema33.anyOf[1].properties.optional,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.primary !== undefined){
let data6 = data.primary;
if(typeof data6 !== "boolean"){
const err17 = {instancePath:instancePath+"/primary",schemaPath:"#/anyOf/1/properties/primary/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.primary.type,parentSchema:schema33.anyOf[1].properties.primary,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.public_id !== undefined){
let data7 = data.public_id;
if(typeof data7 !== "boolean"){
const err18 = {instancePath:instancePath+"/public_id",schemaPath:"#/anyOf/1/properties/public_id/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.public_id.type,parentSchema:schema33.anyOf[1].properties.public_id,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.default !== undefined){
let data8 = data.default;
if((((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (typeof data8 !== "boolean")) && (!(Array.isArray(data8)))){
const err19 = {instancePath:instancePath+"/default",schemaPath:"#/anyOf/1/properties/default/type",keyword:"type",params:{type: schema33.anyOf[1].properties.default.type},schema:schema33.anyOf[1].properties.default.type,parentSchema:schema33.anyOf[1].properties.default,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data8)){
if(data8.length > 0){
const err20 = {instancePath:instancePath+"/default",schemaPath:"#/anyOf/1/properties/default/maxItems",keyword:"maxItems",params:{limit: 0},schema:0,parentSchema:schema33.anyOf[1].properties.default,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.min !== undefined){
let data9 = data.min;
if(!((typeof data9 == "number") && (isFinite(data9)))){
const err21 = {instancePath:instancePath+"/min",schemaPath:"#/anyOf/1/properties/min/type",keyword:"type",params:{type: "number"},schema:schema33.anyOf[1].properties.min.type,parentSchema:schema33.anyOf[1].properties.min,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.max !== undefined){
let data10 = data.max;
if(!((typeof data10 == "number") && (isFinite(data10)))){
const err22 = {instancePath:instancePath+"/max",schemaPath:"#/anyOf/1/properties/max/type",keyword:"type",params:{type: "number"},schema:schema33.anyOf[1].properties.max.type,parentSchema:schema33.anyOf[1].properties.max,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.pattern !== undefined){
let data11 = data.pattern;
if(typeof data11 === "string"){
if(!pattern3.test(data11)){
const err23 = {instancePath:instancePath+"/pattern",schemaPath:"#/anyOf/1/properties/pattern/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema33.anyOf[1].properties.pattern,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/pattern",schemaPath:"#/anyOf/1/properties/pattern/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.pattern.type,parentSchema:schema33.anyOf[1].properties.pattern,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.unique !== undefined){
let data12 = data.unique;
const _errs31 = errors;
let valid2 = false;
const _errs32 = errors;
if(typeof data12 !== "boolean"){
const err25 = {instancePath:instancePath+"/unique",schemaPath:"#/anyOf/1/properties/unique/anyOf/0/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.unique.anyOf[0].type,parentSchema:schema33.anyOf[1].properties.unique.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid1 = _errs32 === errors;
valid2 = valid2 || _valid1;
const _errs34 = errors;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
const err26 = {instancePath:instancePath+"/unique",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key1 in data12){
if(!((key1 === "scope") || (key1 === "deleted"))){
const err27 = {instancePath:instancePath+"/unique",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.scope !== undefined){
let data13 = data12.scope;
if(typeof data13 !== "string"){
const err28 = {instancePath:instancePath+"/unique/scope",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.unique.anyOf[1].properties.scope.type,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1].properties.scope,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!((data13 === "tenant") || (data13 === "global"))){
const err29 = {instancePath:instancePath+"/unique/scope",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/properties/scope/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.unique.anyOf[1].properties.scope.enum},schema:schema33.anyOf[1].properties.unique.anyOf[1].properties.scope.enum,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1].properties.scope,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.deleted !== undefined){
let data14 = data12.deleted;
if(typeof data14 !== "string"){
const err30 = {instancePath:instancePath+"/unique/deleted",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/properties/deleted/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.unique.anyOf[1].properties.deleted.type,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1].properties.deleted,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((data14 === "ignored") || (data14 === "counted"))){
const err31 = {instancePath:instancePath+"/unique/deleted",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/properties/deleted/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.unique.anyOf[1].properties.deleted.enum},schema:schema33.anyOf[1].properties.unique.anyOf[1].properties.deleted.enum,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1].properties.deleted,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/unique",schemaPath:"#/anyOf/1/properties/unique/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].properties.unique.anyOf[1].type,parentSchema:schema33.anyOf[1].properties.unique.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid1 = _errs34 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err33 = {instancePath:instancePath+"/unique",schemaPath:"#/anyOf/1/properties/unique/anyOf",keyword:"anyOf",params:{},schema:schema33.anyOf[1].properties.unique.anyOf,parentSchema:schema33.anyOf[1].properties.unique,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
}
if(data.lookup !== undefined){
let data15 = data.lookup;
if(typeof data15 !== "string"){
const err34 = {instancePath:instancePath+"/lookup",schemaPath:"#/anyOf/1/properties/lookup/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.lookup.type,parentSchema:schema33.anyOf[1].properties.lookup,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(data15 === "global")){
const err35 = {instancePath:instancePath+"/lookup",schemaPath:"#/anyOf/1/properties/lookup/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.lookup.enum},schema:schema33.anyOf[1].properties.lookup.enum,parentSchema:schema33.anyOf[1].properties.lookup,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.immutable !== undefined){
let data16 = data.immutable;
if(typeof data16 !== "boolean"){
const err36 = {instancePath:instancePath+"/immutable",schemaPath:"#/anyOf/1/properties/immutable/type",keyword:"type",params:{type: "boolean"},schema:schema33.anyOf[1].properties.immutable.type,parentSchema:schema33.anyOf[1].properties.immutable,data:data16};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.on_update !== undefined){
let data17 = data.on_update;
if(typeof data17 !== "string"){
const err37 = {instancePath:instancePath+"/on_update",schemaPath:"#/anyOf/1/properties/on_update/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.on_update.type,parentSchema:schema33.anyOf[1].properties.on_update,data:data17};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!((data17 === "now") || (data17 === "increment"))){
const err38 = {instancePath:instancePath+"/on_update",schemaPath:"#/anyOf/1/properties/on_update/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.on_update.enum},schema:schema33.anyOf[1].properties.on_update.enum,parentSchema:schema33.anyOf[1].properties.on_update,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.on_delete !== undefined){
let data18 = data.on_delete;
if(typeof data18 !== "string"){
const err39 = {instancePath:instancePath+"/on_delete",schemaPath:"#/anyOf/1/properties/on_delete/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.on_delete.type,parentSchema:schema33.anyOf[1].properties.on_delete,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!(((data18 === "restrict") || (data18 === "cascade")) || (data18 === "set_null"))){
const err40 = {instancePath:instancePath+"/on_delete",schemaPath:"#/anyOf/1/properties/on_delete/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.on_delete.enum},schema:schema33.anyOf[1].properties.on_delete.enum,parentSchema:schema33.anyOf[1].properties.on_delete,data:data18};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.on_soft_delete !== undefined){
let data19 = data.on_soft_delete;
if(typeof data19 !== "string"){
const err41 = {instancePath:instancePath+"/on_soft_delete",schemaPath:"#/anyOf/1/properties/on_soft_delete/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.on_soft_delete.type,parentSchema:schema33.anyOf[1].properties.on_soft_delete,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!((data19 === "restrict") || (data19 === "cascade"))){
const err42 = {instancePath:instancePath+"/on_soft_delete",schemaPath:"#/anyOf/1/properties/on_soft_delete/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.on_soft_delete.enum},schema:schema33.anyOf[1].properties.on_soft_delete.enum,parentSchema:schema33.anyOf[1].properties.on_soft_delete,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.inverse !== undefined){
let data20 = data.inverse;
if(typeof data20 === "string"){
if(!pattern33.test(data20)){
const err43 = {instancePath:instancePath+"/inverse",schemaPath:"#/anyOf/1/properties/inverse/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema33.anyOf[1].properties.inverse,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/inverse",schemaPath:"#/anyOf/1/properties/inverse/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.inverse.type,parentSchema:schema33.anyOf[1].properties.inverse,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.name !== undefined){
let data21 = data.name;
if(typeof data21 === "string"){
if(!pattern70.test(data21)){
const err45 = {instancePath:instancePath+"/name",schemaPath:"#/anyOf/1/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,119}$"},schema:"^[A-Za-z_][A-Za-z0-9_]{0,119}$",parentSchema:schema33.anyOf[1].properties.name,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/name",schemaPath:"#/anyOf/1/properties/name/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.name.type,parentSchema:schema33.anyOf[1].properties.name,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.was !== undefined){
let data22 = data.was;
if(typeof data22 === "string"){
if(!pattern33.test(data22)){
const err47 = {instancePath:instancePath+"/was",schemaPath:"#/anyOf/1/properties/was/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema33.anyOf[1].properties.was,data:data22};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/was",schemaPath:"#/anyOf/1/properties/was/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.was.type,parentSchema:schema33.anyOf[1].properties.was,data:data22};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.classify !== undefined){
let data23 = data.classify;
if(typeof data23 !== "string"){
const err49 = {instancePath:instancePath+"/classify",schemaPath:"#/anyOf/1/properties/classify/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.classify.type,parentSchema:schema33.anyOf[1].properties.classify,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!((((data23 === "public") || (data23 === "internal")) || (data23 === "pii")) || (data23 === "secret"))){
const err50 = {instancePath:instancePath+"/classify",schemaPath:"#/anyOf/1/properties/classify/enum",keyword:"enum",params:{allowedValues: schema33.anyOf[1].properties.classify.enum},schema:schema33.anyOf[1].properties.classify.enum,parentSchema:schema33.anyOf[1].properties.classify,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.about !== undefined){
let data24 = data.about;
if(typeof data24 === "string"){
if(!pattern3.test(data24)){
const err51 = {instancePath:instancePath+"/about",schemaPath:"#/anyOf/1/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema33.anyOf[1].properties.about,data:data24};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/about",schemaPath:"#/anyOf/1/properties/about/type",keyword:"type",params:{type: "string"},schema:schema33.anyOf[1].properties.about.type,parentSchema:schema33.anyOf[1].properties.about,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema33.anyOf[1].type,parentSchema:schema33.anyOf[1],data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props1 = true;
}
if(!valid0){
const err54 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema33.anyOf,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate135.errors = vErrors;
evaluated0.props = props1;
return errors === 0;
}
validate135.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate134.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern33.test(key0)){
const err0 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema32.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema32.propertyNames.type,parentSchema:schema32.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema32.propertyNames,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
for(const key1 in data){
if(!(validate135(data[key1], {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate135.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate134.errors = vErrors;
return errors === 0;
}
validate134.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate131.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "about") || (key0 === "role")) || (key0 === "use")) || (key0 === "fields"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.about !== undefined){
let data0 = data.about;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema30.properties.about,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema30.properties.about.type,parentSchema:schema30.properties.about,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.role !== undefined){
let data1 = data.role;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema30.properties.role.type,parentSchema:schema30.properties.role,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((data1 === "base") || (data1 === "mutable")) || (data1 === "soft_delete")) || (data1 === "plain"))){
const err5 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema30.properties.role.enum},schema:schema30.properties.role.enum,parentSchema:schema30.properties.role,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.use !== undefined){
if(!(validate132(data.use, {instancePath:instancePath+"/use",parentData:data,parentDataProperty:"use",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate132.errors);
errors = vErrors.length;
}
}
if(data.fields !== undefined){
if(!(validate134(data.fields, {instancePath:instancePath+"/fields",parentData:data,parentDataProperty:"fields",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate134.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}
validate131.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema34 = {"examples":[["draft","sent"],{"about":"Where an invoice stands.","values":{"draft":"Not sent yet."}}],"anyOf":[{"examples":[["draft","sent"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"minItems":1},{"examples":[{"values":{"draft":"Not sent yet."}}],"type":"object","properties":{"about":{"examples":["Where an invoice stands."],"type":"string","pattern":"\\S","x-expected":"a text"},"values":{"examples":[{"draft":"Not sent yet."},["draft"]],"anyOf":[{"examples":[["draft","sent"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"minItems":1},{"examples":[{"draft":"Not sent yet."}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["Not sent yet."],"type":"string","pattern":"\\S","x-expected":"a text"},"minProperties":1}]}},"required":["values"],"additionalProperties":false}]};

function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate139.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema34.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern33.test(data0)){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/0/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema34.anyOf[0].items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/0/items/type",keyword:"type",params:{type: "string"},schema:schema34.anyOf[0].items.type,parentSchema:schema34.anyOf[0].items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema34.anyOf[0].type,parentSchema:schema34.anyOf[0],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var items0 = true;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.values === undefined){
const err4 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "values"},schema:schema34.anyOf[1].required,parentSchema:schema34.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "about") || (key0 === "values"))){
const err5 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34.anyOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/about",schemaPath:"#/anyOf/1/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema34.anyOf[1].properties.about,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/about",schemaPath:"#/anyOf/1/properties/about/type",keyword:"type",params:{type: "string"},schema:schema34.anyOf[1].properties.about.type,parentSchema:schema34.anyOf[1].properties.about,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.values !== undefined){
let data2 = data.values;
const _errs11 = errors;
let valid4 = false;
const _errs12 = errors;
if(Array.isArray(data2)){
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema34.anyOf[1].properties.values.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(!pattern33.test(data3)){
const err9 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/anyOf/1/properties/values/anyOf/0/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema34.anyOf[1].properties.values.anyOf[0].items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/anyOf/1/properties/values/anyOf/0/items/type",keyword:"type",params:{type: "string"},schema:schema34.anyOf[1].properties.values.anyOf[0].items.type,parentSchema:schema34.anyOf[1].properties.values.anyOf[0].items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema34.anyOf[1].properties.values.anyOf[0].type,parentSchema:schema34.anyOf[1].properties.values.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs12 === errors;
valid4 = valid4 || _valid1;
const _errs16 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err12 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema34.anyOf[1].properties.values.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data2){
const _errs18 = errors;
if(typeof key1 === "string"){
if(!pattern33.test(key1)){
const err13 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/1/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema34.anyOf[1].properties.values.anyOf[1].propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/1/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema34.anyOf[1].properties.values.anyOf[1].propertyNames.type,parentSchema:schema34.anyOf[1].properties.values.anyOf[1].propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid7 = _errs18 === errors;
if(!valid7){
const err15 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/1/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema34.anyOf[1].properties.values.anyOf[1].propertyNames,parentSchema:schema34.anyOf[1].properties.values.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key2 in data2){
let data4 = data2[key2];
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
const err16 = {instancePath:instancePath+"/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/values/anyOf/1/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema34.anyOf[1].properties.values.anyOf[1].additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/anyOf/1/properties/values/anyOf/1/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema34.anyOf[1].properties.values.anyOf[1].additionalProperties.type,parentSchema:schema34.anyOf[1].properties.values.anyOf[1].additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema34.anyOf[1].properties.values.anyOf[1].type,parentSchema:schema34.anyOf[1].properties.values.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs16 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const err19 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/1/properties/values/anyOf",keyword:"anyOf",params:{},schema:schema34.anyOf[1].properties.values.anyOf,parentSchema:schema34.anyOf[1].properties.values,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema34.anyOf[1].type,parentSchema:schema34.anyOf[1],data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props1 = true;
}
if(!valid0){
const err21 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema34.anyOf,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate139.errors = vErrors;
evaluated0.props = props1;
evaluated0.items = items0;
return errors === 0;
}
validate139.evaluated = {"dynamicProps":true,"dynamicItems":true};

const schema35 = {"examples":[{"about":"Where something is sent.","fields":{"street":"string(200)","city":"string(80)"}}],"type":"object","properties":{"about":{"examples":["Where something is sent."],"type":"string","pattern":"\\S","x-expected":"a text"},"fields":{"$ref":"#/$defs/fields","type":"object","minProperties":1}},"required":["fields"],"additionalProperties":false};

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate141.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fields === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fields"},schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "about") || (key0 === "fields"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.about !== undefined){
let data0 = data.about;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema35.properties.about,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema35.properties.about.type,parentSchema:schema35.properties.about,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.fields !== undefined){
let data1 = data.fields;
if(!(validate134(data1, {instancePath:instancePath+"/fields",parentData:data,parentDataProperty:"fields",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate134.errors);
errors = vErrors.length;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema35.properties.fields,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "object"},schema:schema35.properties.fields.type,parentSchema:schema35.properties.fields,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate141.errors = vErrors;
return errors === 0;
}
validate141.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"examples":[{"about":"What a customer owes.","postgres":{"fields":{"number":"string(20)"}}}],"type":"object","properties":{"about":{"examples":["What a customer owes."],"type":"string","pattern":"\\S","x-expected":"a text"},"was":{"examples":["Bill"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"use":{"$ref":"#/$defs/use"},"tenancy":{"examples":["required",{"mode":"none","why":"Prices are the same for everybody."}],"anyOf":[{"examples":["required"],"type":"string","enum":["required","shared","none","self"]},{"examples":[{"mode":"self","why":"These are the tenants."}],"type":"object","properties":{"mode":{"examples":["required"],"type":"string","enum":["required","shared","none","self"]},"why":{"examples":["Prices are the same for everybody."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["mode"],"additionalProperties":false}]},"postgres":{"$ref":"#/$defs/postgres"},"mongo":{"$ref":"#/$defs/mongo"},"s3":{"$ref":"#/$defs/s3"}},"additionalProperties":false};
const schema37 = {"examples":[{"why":"counted and joined","fields":{"number":"string(20)"},"indexes":[["number"]]}],"type":"object","properties":{"table":{"examples":["invoices"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"why":{"examples":["counted and joined"],"type":"string","pattern":"\\S","x-expected":"a text"},"append_only":{"examples":[true],"type":"boolean"},"partition":{"examples":[{"by":"created_on","every":"month"}],"type":"object","properties":{"by":{"examples":["created_on"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"every":{"examples":["month"],"type":"string","enum":["month"]}},"required":["by","every"],"additionalProperties":false},"fields":{"$ref":"#/$defs/fields"},"unique":{"$ref":"#/$defs/uniques"},"indexes":{"$ref":"#/$defs/indexes"},"lifecycle":{"examples":[{"field":"status","start":"draft","allow":{"draft":["sent"]}}],"type":"object","properties":{"field":{"examples":["status"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"start":{"examples":["draft"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"allow":{"examples":[{"draft":["sent","cancelled"]}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[["sent","cancelled"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true}},"about":{"examples":[{"draft":"Not sent yet."}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["Not sent yet."],"type":"string","pattern":"\\S","x-expected":"a text"}}},"required":["field","start","allow"],"additionalProperties":false},"volume":{"$ref":"#/$defs/volume"}},"additionalProperties":false};
const schema38 = {"examples":[[["number"]],[{"fields":[],"where":{"status":"active"},"name":"one_active_plan"}]],"type":"array","items":{"examples":[["order","position"],{"fields":["email"],"scope":"global"}],"anyOf":[{"examples":[["status","position"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true,"minItems":1},{"examples":[{"fields":["email"],"scope":"global"}],"type":"object","properties":{"fields":{"examples":[["status","position"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"uniqueItems":true},"where":{"$ref":"#/$defs/where"},"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"deleted":{"examples":["ignored"],"type":"string","enum":["ignored","counted"]},"name":{"examples":["one_active_plan"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"about":{"examples":["At most one active plan for each tenant."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["fields"],"additionalProperties":false}]}};
const schema39 = {"examples":[{"status":"active","revoked_on":null},{"status":["draft","sent"],"paid_on":{"not":null}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":["active",["draft","sent"],null,{"not":null}],"anyOf":[{"type":["string","number","boolean","null"]},{"examples":[["draft","sent"]],"type":"array","items":{"type":["string","number","boolean"]},"minItems":1,"uniqueItems":true},{"examples":[{"not":null}],"type":"object","properties":{"not":{"examples":[null],"type":"null"}},"required":["not"],"additionalProperties":false}]},"minProperties":1};

function validate149(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate149.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern33.test(key0)){
const err1 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema39.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema39.propertyNames.type,parentSchema:schema39.propertyNames,data:key0,propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},schema:schema39.propertyNames,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
const _errs5 = errors;
let valid2 = false;
const _errs6 = errors;
if((((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")) && (data0 !== null)){
const err4 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/0/type",keyword:"type",params:{type: schema39.additionalProperties.anyOf[0].type},schema:schema39.additionalProperties.anyOf[0].type,parentSchema:schema39.additionalProperties.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
const _errs8 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema39.additionalProperties.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(((typeof data1 !== "string") && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
const err6 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type: schema39.additionalProperties.anyOf[1].items.type},schema:schema39.additionalProperties.anyOf[1].items.type,parentSchema:schema39.additionalProperties.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(((typeof item0 !== "string") && (!((typeof item0 == "number") && (isFinite(item0))))) && (typeof item0 !== "boolean")){
continue;
}
if(typeof item0 == "string"){
item0 += "_";
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema39.additionalProperties.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema39.additionalProperties.anyOf[1].type,parentSchema:schema39.additionalProperties.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
const _errs12 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.not === undefined){
const err9 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/2/required",keyword:"required",params:{missingProperty: "not"},schema:schema39.additionalProperties.anyOf[2].required,parentSchema:schema39.additionalProperties.anyOf[2],data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key2 in data0){
if(!(key2 === "not")){
const err10 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema39.additionalProperties.anyOf[2],data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.not !== undefined){
let data2 = data0.not;
if(data2 !== null){
const err11 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/not",schemaPath:"#/additionalProperties/anyOf/2/properties/not/type",keyword:"type",params:{type: "null"},schema:schema39.additionalProperties.anyOf[2].properties.not.type,parentSchema:schema39.additionalProperties.anyOf[2].properties.not,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf/2/type",keyword:"type",params:{type: "object"},schema:schema39.additionalProperties.anyOf[2].type,parentSchema:schema39.additionalProperties.anyOf[2],data:data0};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err13 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/anyOf",keyword:"anyOf",params:{},schema:schema39.additionalProperties.anyOf,parentSchema:schema39.additionalProperties,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate149.errors = vErrors;
return errors === 0;
}
validate149.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate148.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs2 = errors;
let valid2 = false;
const _errs3 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema38.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len1 = data0.length;
for(let i1=0; i1<len1; i1++){
let data1 = data0[i1];
if(typeof data1 === "string"){
if(!pattern33.test(data1)){
const err1 = {instancePath:instancePath+"/" + i0+"/" + i1,schemaPath:"#/items/anyOf/0/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema38.items.anyOf[0].items,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0+"/" + i1,schemaPath:"#/items/anyOf/0/items/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[0].items.type,parentSchema:schema38.items.anyOf[0].items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
let i2 = data0.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data0[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},schema:true,parentSchema:schema38.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema38.items.anyOf[0].type,parentSchema:schema38.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid2 = valid2 || _valid0;
const _errs7 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.fields === undefined){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/required",keyword:"required",params:{missingProperty: "fields"},schema:schema38.items.anyOf[1].required,parentSchema:schema38.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data0){
if(!((((((key0 === "fields") || (key0 === "where")) || (key0 === "scope")) || (key0 === "deleted")) || (key0 === "name")) || (key0 === "about"))){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.fields !== undefined){
let data2 = data0.fields;
if(Array.isArray(data2)){
const len2 = data2.length;
for(let i3=0; i3<len2; i3++){
let data3 = data2[i3];
if(typeof data3 === "string"){
if(!pattern33.test(data3)){
const err7 = {instancePath:instancePath+"/" + i0+"/fields/" + i3,schemaPath:"#/items/anyOf/1/properties/fields/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema38.items.anyOf[1].properties.fields.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/" + i0+"/fields/" + i3,schemaPath:"#/items/anyOf/1/properties/fields/items/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[1].properties.fields.items.type,parentSchema:schema38.items.anyOf[1].properties.fields.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i4 = data2.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data2[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err9 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/anyOf/1/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},schema:true,parentSchema:schema38.items.anyOf[1].properties.fields,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err10 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/anyOf/1/properties/fields/type",keyword:"type",params:{type: "array"},schema:schema38.items.anyOf[1].properties.fields.type,parentSchema:schema38.items.anyOf[1].properties.fields,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.where !== undefined){
if(!(validate149(data0.where, {instancePath:instancePath+"/" + i0+"/where",parentData:data0,parentDataProperty:"where",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate149.errors);
errors = vErrors.length;
}
}
if(data0.scope !== undefined){
let data5 = data0.scope;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/" + i0+"/scope",schemaPath:"#/items/anyOf/1/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[1].properties.scope.type,parentSchema:schema38.items.anyOf[1].properties.scope,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((data5 === "tenant") || (data5 === "global"))){
const err12 = {instancePath:instancePath+"/" + i0+"/scope",schemaPath:"#/items/anyOf/1/properties/scope/enum",keyword:"enum",params:{allowedValues: schema38.items.anyOf[1].properties.scope.enum},schema:schema38.items.anyOf[1].properties.scope.enum,parentSchema:schema38.items.anyOf[1].properties.scope,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data0.deleted !== undefined){
let data6 = data0.deleted;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/" + i0+"/deleted",schemaPath:"#/items/anyOf/1/properties/deleted/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[1].properties.deleted.type,parentSchema:schema38.items.anyOf[1].properties.deleted,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((data6 === "ignored") || (data6 === "counted"))){
const err14 = {instancePath:instancePath+"/" + i0+"/deleted",schemaPath:"#/items/anyOf/1/properties/deleted/enum",keyword:"enum",params:{allowedValues: schema38.items.anyOf[1].properties.deleted.enum},schema:schema38.items.anyOf[1].properties.deleted.enum,parentSchema:schema38.items.anyOf[1].properties.deleted,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data0.name !== undefined){
let data7 = data0.name;
if(typeof data7 === "string"){
if(!pattern70.test(data7)){
const err15 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/anyOf/1/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,119}$"},schema:"^[A-Za-z_][A-Za-z0-9_]{0,119}$",parentSchema:schema38.items.anyOf[1].properties.name,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/anyOf/1/properties/name/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[1].properties.name.type,parentSchema:schema38.items.anyOf[1].properties.name,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.about !== undefined){
let data8 = data0.about;
if(typeof data8 === "string"){
if(!pattern3.test(data8)){
const err17 = {instancePath:instancePath+"/" + i0+"/about",schemaPath:"#/items/anyOf/1/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema38.items.anyOf[1].properties.about,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/" + i0+"/about",schemaPath:"#/items/anyOf/1/properties/about/type",keyword:"type",params:{type: "string"},schema:schema38.items.anyOf[1].properties.about.type,parentSchema:schema38.items.anyOf[1].properties.about,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema38.items.anyOf[1].type,parentSchema:schema38.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err20 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf",keyword:"anyOf",params:{},schema:schema38.items.anyOf,parentSchema:schema38.items,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate148.errors = vErrors;
return errors === 0;
}
validate148.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"examples":[[["status","created_on desc"]],[{"fields":["expires_on"],"where":{"revoked_on":null}}]],"type":"array","items":{"examples":[["status","created_on desc"],{"fields":["email"],"scope":"global"}],"anyOf":[{"examples":[["status","created_on desc"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$","x-expected":"the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`"},"minItems":1,"uniqueItems":true},{"examples":[{"fields":["expires_on"],"where":{"revoked_on":null}}],"type":"object","properties":{"fields":{"examples":[["status","created_on desc"]],"type":"array","items":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$","x-expected":"the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`"},"minItems":1,"uniqueItems":true},"where":{"$ref":"#/$defs/where"},"scope":{"examples":["tenant"],"type":"string","enum":["tenant","global"]},"name":{"examples":["one_active_plan"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"about":{"examples":["At most one active plan for each tenant."],"type":"string","pattern":"\\S","x-expected":"a text"}},"required":["fields"],"additionalProperties":false}]}};
const pattern93 = new RegExp("^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$", "u");

function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate152.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs2 = errors;
let valid2 = false;
const _errs3 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema40.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len1 = data0.length;
for(let i1=0; i1<len1; i1++){
let data1 = data0[i1];
if(typeof data1 === "string"){
if(!pattern93.test(data1)){
const err1 = {instancePath:instancePath+"/" + i0+"/" + i1,schemaPath:"#/items/anyOf/0/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$",parentSchema:schema40.items.anyOf[0].items,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0+"/" + i1,schemaPath:"#/items/anyOf/0/items/type",keyword:"type",params:{type: "string"},schema:schema40.items.anyOf[0].items.type,parentSchema:schema40.items.anyOf[0].items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
let i2 = data0.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data0[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},schema:true,parentSchema:schema40.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema40.items.anyOf[0].type,parentSchema:schema40.items.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid2 = valid2 || _valid0;
const _errs7 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.fields === undefined){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/required",keyword:"required",params:{missingProperty: "fields"},schema:schema40.items.anyOf[1].required,parentSchema:schema40.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 in data0){
if(!(((((key0 === "fields") || (key0 === "where")) || (key0 === "scope")) || (key0 === "name")) || (key0 === "about"))){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.fields !== undefined){
let data2 = data0.fields;
if(Array.isArray(data2)){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/anyOf/1/properties/fields/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema40.items.anyOf[1].properties.fields,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len2 = data2.length;
for(let i3=0; i3<len2; i3++){
let data3 = data2[i3];
if(typeof data3 === "string"){
if(!pattern93.test(data3)){
const err8 = {instancePath:instancePath+"/" + i0+"/fields/" + i3,schemaPath:"#/items/anyOf/1/properties/fields/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}( (asc|desc|text))?$",parentSchema:schema40.items.anyOf[1].properties.fields.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/fields/" + i3,schemaPath:"#/items/anyOf/1/properties/fields/items/type",keyword:"type",params:{type: "string"},schema:schema40.items.anyOf[1].properties.fields.items.type,parentSchema:schema40.items.anyOf[1].properties.fields.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i4 = data2.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data2[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err10 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/anyOf/1/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},schema:true,parentSchema:schema40.items.anyOf[1].properties.fields,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err11 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/anyOf/1/properties/fields/type",keyword:"type",params:{type: "array"},schema:schema40.items.anyOf[1].properties.fields.type,parentSchema:schema40.items.anyOf[1].properties.fields,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.where !== undefined){
if(!(validate149(data0.where, {instancePath:instancePath+"/" + i0+"/where",parentData:data0,parentDataProperty:"where",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate149.errors);
errors = vErrors.length;
}
}
if(data0.scope !== undefined){
let data5 = data0.scope;
if(typeof data5 !== "string"){
const err12 = {instancePath:instancePath+"/" + i0+"/scope",schemaPath:"#/items/anyOf/1/properties/scope/type",keyword:"type",params:{type: "string"},schema:schema40.items.anyOf[1].properties.scope.type,parentSchema:schema40.items.anyOf[1].properties.scope,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data5 === "tenant") || (data5 === "global"))){
const err13 = {instancePath:instancePath+"/" + i0+"/scope",schemaPath:"#/items/anyOf/1/properties/scope/enum",keyword:"enum",params:{allowedValues: schema40.items.anyOf[1].properties.scope.enum},schema:schema40.items.anyOf[1].properties.scope.enum,parentSchema:schema40.items.anyOf[1].properties.scope,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.name !== undefined){
let data6 = data0.name;
if(typeof data6 === "string"){
if(!pattern70.test(data6)){
const err14 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/anyOf/1/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,119}$"},schema:"^[A-Za-z_][A-Za-z0-9_]{0,119}$",parentSchema:schema40.items.anyOf[1].properties.name,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/anyOf/1/properties/name/type",keyword:"type",params:{type: "string"},schema:schema40.items.anyOf[1].properties.name.type,parentSchema:schema40.items.anyOf[1].properties.name,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.about !== undefined){
let data7 = data0.about;
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
const err16 = {instancePath:instancePath+"/" + i0+"/about",schemaPath:"#/items/anyOf/1/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema40.items.anyOf[1].properties.about,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/" + i0+"/about",schemaPath:"#/items/anyOf/1/properties/about/type",keyword:"type",params:{type: "string"},schema:schema40.items.anyOf[1].properties.about.type,parentSchema:schema40.items.anyOf[1].properties.about,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema40.items.anyOf[1].type,parentSchema:schema40.items.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err19 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/anyOf",keyword:"anyOf",params:{},schema:schema40.items.anyOf,parentSchema:schema40.items,data:data0};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}
validate152.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema41 = {"examples":[{"per_tenant_month":"200k","bytes":400}],"type":"object","properties":{"total":{"examples":["2M"],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"per_tenant":{"examples":[10],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"per_tenant_month":{"examples":["200k",30],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$","x-expected":"a count such as `200`, `80k` or `2M`"}]},"bytes":{"examples":[400,"6kB"],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$","x-expected":"a size such as `400`, `6kB`, `1MB` or `2GB`"}]}},"additionalProperties":false,"minProperties":1};
const pattern103 = new RegExp("^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$", "u");
const pattern106 = new RegExp("^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$", "u");

function validate155(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate155.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "total") || (key0 === "per_tenant")) || (key0 === "per_tenant_month")) || (key0 === "bytes"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.total !== undefined){
let data0 = data.total;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema41.properties.total.anyOf[0].type,parentSchema:schema41.properties.total.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000000000 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},schema:1000000000000,parentSchema:schema41.properties.total.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema41.properties.total.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs6 = errors;
if(typeof data0 === "string"){
if(!pattern103.test(data0)){
const err5 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$"},schema:"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$",parentSchema:schema41.properties.total.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema41.properties.total.anyOf[1].type,parentSchema:schema41.properties.total.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err7 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/anyOf",keyword:"anyOf",params:{},schema:schema41.properties.total.anyOf,parentSchema:schema41.properties.total,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.per_tenant !== undefined){
let data1 = data.per_tenant;
const _errs9 = errors;
let valid2 = false;
const _errs10 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err8 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema41.properties.per_tenant.anyOf[0].type,parentSchema:schema41.properties.per_tenant.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000000000 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},schema:1000000000000,parentSchema:schema41.properties.per_tenant.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema41.properties.per_tenant.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs10 === errors;
valid2 = valid2 || _valid1;
const _errs12 = errors;
if(typeof data1 === "string"){
if(!pattern103.test(data1)){
const err11 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$"},schema:"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$",parentSchema:schema41.properties.per_tenant.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema41.properties.per_tenant.anyOf[1].type,parentSchema:schema41.properties.per_tenant.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid1 = _errs12 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err13 = {instancePath:instancePath+"/per_tenant",schemaPath:"#/properties/per_tenant/anyOf",keyword:"anyOf",params:{},schema:schema41.properties.per_tenant.anyOf,parentSchema:schema41.properties.per_tenant,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.per_tenant_month !== undefined){
let data2 = data.per_tenant_month;
const _errs15 = errors;
let valid3 = false;
const _errs16 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err14 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema41.properties.per_tenant_month.anyOf[0].type,parentSchema:schema41.properties.per_tenant_month.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000000000 || isNaN(data2)){
const err15 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},schema:1000000000000,parentSchema:schema41.properties.per_tenant_month.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err16 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema41.properties.per_tenant_month.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid2 = _errs16 === errors;
valid3 = valid3 || _valid2;
const _errs18 = errors;
if(typeof data2 === "string"){
if(!pattern103.test(data2)){
const err17 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$"},schema:"^[0-9]{1,12}((\\.[0-9]{1,6})?[kMG])?$",parentSchema:schema41.properties.per_tenant_month.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema41.properties.per_tenant_month.anyOf[1].type,parentSchema:schema41.properties.per_tenant_month.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid2 = _errs18 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const err19 = {instancePath:instancePath+"/per_tenant_month",schemaPath:"#/properties/per_tenant_month/anyOf",keyword:"anyOf",params:{},schema:schema41.properties.per_tenant_month.anyOf,parentSchema:schema41.properties.per_tenant_month,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data.bytes !== undefined){
let data3 = data.bytes;
const _errs21 = errors;
let valid4 = false;
const _errs22 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err20 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema41.properties.bytes.anyOf[0].type,parentSchema:schema41.properties.bytes.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000000000000 || isNaN(data3)){
const err21 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},schema:1000000000000,parentSchema:schema41.properties.bytes.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err22 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema41.properties.bytes.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid3 = _errs22 === errors;
valid4 = valid4 || _valid3;
const _errs24 = errors;
if(typeof data3 === "string"){
if(!pattern106.test(data3)){
const err23 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$"},schema:"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$",parentSchema:schema41.properties.bytes.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema41.properties.bytes.anyOf[1].type,parentSchema:schema41.properties.bytes.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid3 = _errs24 === errors;
valid4 = valid4 || _valid3;
if(!valid4){
const err25 = {instancePath:instancePath+"/bytes",schemaPath:"#/properties/bytes/anyOf",keyword:"anyOf",params:{},schema:schema41.properties.bytes.anyOf,parentSchema:schema41.properties.bytes,data:data3};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate155.errors = vErrors;
return errors === 0;
}
validate155.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate146(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate146.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema37.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.table !== undefined){
let data0 = data.table;
if(typeof data0 === "string"){
if(!pattern70.test(data0)){
const err1 = {instancePath:instancePath+"/table",schemaPath:"#/properties/table/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,119}$"},schema:"^[A-Za-z_][A-Za-z0-9_]{0,119}$",parentSchema:schema37.properties.table,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/table",schemaPath:"#/properties/table/type",keyword:"type",params:{type: "string"},schema:schema37.properties.table.type,parentSchema:schema37.properties.table,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.why !== undefined){
let data1 = data.why;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err3 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37.properties.why,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"},schema:schema37.properties.why.type,parentSchema:schema37.properties.why,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.append_only !== undefined){
let data2 = data.append_only;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/append_only",schemaPath:"#/properties/append_only/type",keyword:"type",params:{type: "boolean"},schema:schema37.properties.append_only.type,parentSchema:schema37.properties.append_only,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.partition !== undefined){
let data3 = data.partition;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.by === undefined){
const err6 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/required",keyword:"required",params:{missingProperty: "by"},schema:schema37.properties.partition.required,parentSchema:schema37.properties.partition,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data3.every === undefined){
const err7 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/required",keyword:"required",params:{missingProperty: "every"},schema:schema37.properties.partition.required,parentSchema:schema37.properties.partition,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "by") || (key1 === "every"))){
const err8 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema37.properties.partition,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.by !== undefined){
let data4 = data3.by;
if(typeof data4 === "string"){
if(!pattern33.test(data4)){
const err9 = {instancePath:instancePath+"/partition/by",schemaPath:"#/properties/partition/properties/by/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.partition.properties.by,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/partition/by",schemaPath:"#/properties/partition/properties/by/type",keyword:"type",params:{type: "string"},schema:schema37.properties.partition.properties.by.type,parentSchema:schema37.properties.partition.properties.by,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.every !== undefined){
let data5 = data3.every;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/partition/every",schemaPath:"#/properties/partition/properties/every/type",keyword:"type",params:{type: "string"},schema:schema37.properties.partition.properties.every.type,parentSchema:schema37.properties.partition.properties.every,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(data5 === "month")){
const err12 = {instancePath:instancePath+"/partition/every",schemaPath:"#/properties/partition/properties/every/enum",keyword:"enum",params:{allowedValues: schema37.properties.partition.properties.every.enum},schema:schema37.properties.partition.properties.every.enum,parentSchema:schema37.properties.partition.properties.every,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/type",keyword:"type",params:{type: "object"},schema:schema37.properties.partition.type,parentSchema:schema37.properties.partition,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.fields !== undefined){
if(!(validate134(data.fields, {instancePath:instancePath+"/fields",parentData:data,parentDataProperty:"fields",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate134.errors);
errors = vErrors.length;
}
}
if(data.unique !== undefined){
if(!(validate148(data.unique, {instancePath:instancePath+"/unique",parentData:data,parentDataProperty:"unique",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate148.errors);
errors = vErrors.length;
}
}
if(data.indexes !== undefined){
if(!(validate152(data.indexes, {instancePath:instancePath+"/indexes",parentData:data,parentDataProperty:"indexes",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate152.errors);
errors = vErrors.length;
}
}
if(data.lifecycle !== undefined){
let data9 = data.lifecycle;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.field === undefined){
const err14 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "field"},schema:schema37.properties.lifecycle.required,parentSchema:schema37.properties.lifecycle,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data9.start === undefined){
const err15 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "start"},schema:schema37.properties.lifecycle.required,parentSchema:schema37.properties.lifecycle,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data9.allow === undefined){
const err16 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "allow"},schema:schema37.properties.lifecycle.required,parentSchema:schema37.properties.lifecycle,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data9){
if(!((((key2 === "field") || (key2 === "start")) || (key2 === "allow")) || (key2 === "about"))){
const err17 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema37.properties.lifecycle,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data9.field !== undefined){
let data10 = data9.field;
if(typeof data10 === "string"){
if(!pattern33.test(data10)){
const err18 = {instancePath:instancePath+"/lifecycle/field",schemaPath:"#/properties/lifecycle/properties/field/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.lifecycle.properties.field,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/lifecycle/field",schemaPath:"#/properties/lifecycle/properties/field/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.field.type,parentSchema:schema37.properties.lifecycle.properties.field,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.start !== undefined){
let data11 = data9.start;
if(typeof data11 === "string"){
if(!pattern33.test(data11)){
const err20 = {instancePath:instancePath+"/lifecycle/start",schemaPath:"#/properties/lifecycle/properties/start/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.lifecycle.properties.start,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/lifecycle/start",schemaPath:"#/properties/lifecycle/properties/start/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.start.type,parentSchema:schema37.properties.lifecycle.properties.start,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data9.allow !== undefined){
let data12 = data9.allow;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key3 in data12){
const _errs27 = errors;
if(typeof key3 === "string"){
if(!pattern33.test(key3)){
const err22 = {instancePath:instancePath+"/lifecycle/allow",schemaPath:"#/properties/lifecycle/properties/allow/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.lifecycle.properties.allow.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/lifecycle/allow",schemaPath:"#/properties/lifecycle/properties/allow/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.allow.propertyNames.type,parentSchema:schema37.properties.lifecycle.properties.allow.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid3 = _errs27 === errors;
if(!valid3){
const err24 = {instancePath:instancePath+"/lifecycle/allow",schemaPath:"#/properties/lifecycle/properties/allow/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema37.properties.lifecycle.properties.allow.propertyNames,parentSchema:schema37.properties.lifecycle.properties.allow,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key4 in data12){
let data13 = data12[key4];
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(!pattern33.test(data14)){
const err25 = {instancePath:instancePath+"/lifecycle/allow/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/lifecycle/properties/allow/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.lifecycle.properties.allow.additionalProperties.items,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/lifecycle/allow/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/lifecycle/properties/allow/additionalProperties/items/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.allow.additionalProperties.items.type,parentSchema:schema37.properties.lifecycle.properties.allow.additionalProperties.items,data:data14};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
let i1 = data13.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data13[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err27 = {instancePath:instancePath+"/lifecycle/allow/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lifecycle/properties/allow/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema37.properties.lifecycle.properties.allow.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err28 = {instancePath:instancePath+"/lifecycle/allow/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lifecycle/properties/allow/additionalProperties/type",keyword:"type",params:{type: "array"},schema:schema37.properties.lifecycle.properties.allow.additionalProperties.type,parentSchema:schema37.properties.lifecycle.properties.allow.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/lifecycle/allow",schemaPath:"#/properties/lifecycle/properties/allow/type",keyword:"type",params:{type: "object"},schema:schema37.properties.lifecycle.properties.allow.type,parentSchema:schema37.properties.lifecycle.properties.allow,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.about !== undefined){
let data15 = data9.about;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key5 in data15){
const _errs36 = errors;
if(typeof key5 === "string"){
if(!pattern33.test(key5)){
const err30 = {instancePath:instancePath+"/lifecycle/about",schemaPath:"#/properties/lifecycle/properties/about/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema37.properties.lifecycle.properties.about.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/lifecycle/about",schemaPath:"#/properties/lifecycle/properties/about/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.about.propertyNames.type,parentSchema:schema37.properties.lifecycle.properties.about.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var valid8 = _errs36 === errors;
if(!valid8){
const err32 = {instancePath:instancePath+"/lifecycle/about",schemaPath:"#/properties/lifecycle/properties/about/propertyNames",keyword:"propertyNames",params:{propertyName: key5},schema:schema37.properties.lifecycle.properties.about.propertyNames,parentSchema:schema37.properties.lifecycle.properties.about,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
for(const key6 in data15){
let data16 = data15[key6];
if(typeof data16 === "string"){
if(!pattern3.test(data16)){
const err33 = {instancePath:instancePath+"/lifecycle/about/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lifecycle/properties/about/additionalProperties/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema37.properties.lifecycle.properties.about.additionalProperties,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/lifecycle/about/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lifecycle/properties/about/additionalProperties/type",keyword:"type",params:{type: "string"},schema:schema37.properties.lifecycle.properties.about.additionalProperties.type,parentSchema:schema37.properties.lifecycle.properties.about.additionalProperties,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/lifecycle/about",schemaPath:"#/properties/lifecycle/properties/about/type",keyword:"type",params:{type: "object"},schema:schema37.properties.lifecycle.properties.about.type,parentSchema:schema37.properties.lifecycle.properties.about,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/type",keyword:"type",params:{type: "object"},schema:schema37.properties.lifecycle.type,parentSchema:schema37.properties.lifecycle,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.volume !== undefined){
if(!(validate155(data.volume, {instancePath:instancePath+"/volume",parentData:data,parentDataProperty:"volume",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate155.errors);
errors = vErrors.length;
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate146.errors = vErrors;
return errors === 0;
}
validate146.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema42 = {"examples":[{"why":"its shape differs with each source","fields":{"payload":"json"},"expire":"90d"}],"type":"object","properties":{"collection":{"examples":["event_logs"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]{0,119}$","x-expected":"a name of letters, digits and underscores that starts with a letter, such as `tool_call_logs`"},"why":{"examples":["its shape differs with each source"],"type":"string","pattern":"\\S","x-expected":"a text"},"append_only":{"examples":[true],"type":"boolean"},"expire":{"examples":["90d",{"after":"90d","from":"created_on"}],"anyOf":[{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},{"examples":[{"after":"90d","from":"created_on"}],"type":"object","properties":{"after":{"examples":["90d"],"type":"string","pattern":"^[1-9][0-9]{0,8}[smhdy]$","x-expected":"a duration such as `15m`, `12h`, `90d` or `7y`"},"from":{"examples":["created_on"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"}},"required":["after"],"additionalProperties":false}]},"fields":{"$ref":"#/$defs/fields"},"unique":{"$ref":"#/$defs/uniques"},"indexes":{"$ref":"#/$defs/indexes"},"text_index":{"examples":[{"summary":5}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[10],"type":"integer","minimum":1,"maximum":99999},"minProperties":1},"volume":{"$ref":"#/$defs/volume"}},"additionalProperties":false};

function validate158(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate158.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema42.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.collection !== undefined){
let data0 = data.collection;
if(typeof data0 === "string"){
if(!pattern70.test(data0)){
const err1 = {instancePath:instancePath+"/collection",schemaPath:"#/properties/collection/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,119}$"},schema:"^[A-Za-z_][A-Za-z0-9_]{0,119}$",parentSchema:schema42.properties.collection,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/collection",schemaPath:"#/properties/collection/type",keyword:"type",params:{type: "string"},schema:schema42.properties.collection.type,parentSchema:schema42.properties.collection,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.why !== undefined){
let data1 = data.why;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err3 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema42.properties.why,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"},schema:schema42.properties.why.type,parentSchema:schema42.properties.why,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.append_only !== undefined){
let data2 = data.append_only;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/append_only",schemaPath:"#/properties/append_only/type",keyword:"type",params:{type: "boolean"},schema:schema42.properties.append_only.type,parentSchema:schema42.properties.append_only,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.expire !== undefined){
let data3 = data.expire;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
if(typeof data3 === "string"){
if(!pattern25.test(data3)){
const err6 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhdy]$"},schema:"^[1-9][0-9]{0,8}[smhdy]$",parentSchema:schema42.properties.expire.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema42.properties.expire.anyOf[0].type,parentSchema:schema42.properties.expire.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
const _errs12 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.after === undefined){
const err8 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf/1/required",keyword:"required",params:{missingProperty: "after"},schema:schema42.properties.expire.anyOf[1].required,parentSchema:schema42.properties.expire.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "after") || (key1 === "from"))){
const err9 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema42.properties.expire.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.after !== undefined){
let data4 = data3.after;
if(typeof data4 === "string"){
if(!pattern25.test(data4)){
const err10 = {instancePath:instancePath+"/expire/after",schemaPath:"#/properties/expire/anyOf/1/properties/after/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,8}[smhdy]$"},schema:"^[1-9][0-9]{0,8}[smhdy]$",parentSchema:schema42.properties.expire.anyOf[1].properties.after,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/expire/after",schemaPath:"#/properties/expire/anyOf/1/properties/after/type",keyword:"type",params:{type: "string"},schema:schema42.properties.expire.anyOf[1].properties.after.type,parentSchema:schema42.properties.expire.anyOf[1].properties.after,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.from !== undefined){
let data5 = data3.from;
if(typeof data5 === "string"){
if(!pattern33.test(data5)){
const err12 = {instancePath:instancePath+"/expire/from",schemaPath:"#/properties/expire/anyOf/1/properties/from/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema42.properties.expire.anyOf[1].properties.from,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/expire/from",schemaPath:"#/properties/expire/anyOf/1/properties/from/type",keyword:"type",params:{type: "string"},schema:schema42.properties.expire.anyOf[1].properties.from.type,parentSchema:schema42.properties.expire.anyOf[1].properties.from,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema42.properties.expire.anyOf[1].type,parentSchema:schema42.properties.expire.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err15 = {instancePath:instancePath+"/expire",schemaPath:"#/properties/expire/anyOf",keyword:"anyOf",params:{},schema:schema42.properties.expire.anyOf,parentSchema:schema42.properties.expire,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.fields !== undefined){
if(!(validate134(data.fields, {instancePath:instancePath+"/fields",parentData:data,parentDataProperty:"fields",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate134.errors);
errors = vErrors.length;
}
}
if(data.unique !== undefined){
if(!(validate148(data.unique, {instancePath:instancePath+"/unique",parentData:data,parentDataProperty:"unique",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate148.errors);
errors = vErrors.length;
}
}
if(data.indexes !== undefined){
if(!(validate152(data.indexes, {instancePath:instancePath+"/indexes",parentData:data,parentDataProperty:"indexes",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate152.errors);
errors = vErrors.length;
}
}
if(data.text_index !== undefined){
let data9 = data.text_index;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length < 1){
const err16 = {instancePath:instancePath+"/text_index",schemaPath:"#/properties/text_index/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema42.properties.text_index,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data9){
const _errs24 = errors;
if(typeof key2 === "string"){
if(!pattern33.test(key2)){
const err17 = {instancePath:instancePath+"/text_index",schemaPath:"#/properties/text_index/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema42.properties.text_index.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/text_index",schemaPath:"#/properties/text_index/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema42.properties.text_index.propertyNames.type,parentSchema:schema42.properties.text_index.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid3 = _errs24 === errors;
if(!valid3){
const err19 = {instancePath:instancePath+"/text_index",schemaPath:"#/properties/text_index/propertyNames",keyword:"propertyNames",params:{propertyName: key2},schema:schema42.properties.text_index.propertyNames,parentSchema:schema42.properties.text_index,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key3 in data9){
let data10 = data9[key3];
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err20 = {instancePath:instancePath+"/text_index/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/text_index/additionalProperties/type",keyword:"type",params:{type: "integer"},schema:schema42.properties.text_index.additionalProperties.type,parentSchema:schema42.properties.text_index.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 99999 || isNaN(data10)){
const err21 = {instancePath:instancePath+"/text_index/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/text_index/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99999},schema:99999,parentSchema:schema42.properties.text_index.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/text_index/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/text_index/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema42.properties.text_index.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/text_index",schemaPath:"#/properties/text_index/type",keyword:"type",params:{type: "object"},schema:schema42.properties.text_index.type,parentSchema:schema42.properties.text_index,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.volume !== undefined){
if(!(validate155(data.volume, {instancePath:instancePath+"/volume",parentData:data,parentDataProperty:"volume",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate155.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate158.errors = vErrors;
return errors === 0;
}
validate158.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema43 = {"examples":[{"objects":{"pdf":{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}}}],"type":"object","properties":{"why":{"examples":["a large file"],"type":"string","pattern":"\\S","x-expected":"a text"},"objects":{"examples":[{"pdf":{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}}],"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]{0,62}$","x-expected":"a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`"},"additionalProperties":{"examples":[{"bucket":"documents","path":"invoices/{ref_id}/{object}.pdf","content_type":"application/pdf"}],"type":"object","properties":{"about":{"examples":["The invoice as it was sent."],"type":"string","pattern":"\\S","x-expected":"a text"},"bucket":{"examples":["documents"],"type":"string","pattern":"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$","x-expected":"a name of letters and digits, with hyphens between words, such as `raw-uploads`"},"path":{"examples":["invoices/{ref_id}/{object}.pdf"],"type":"string","pattern":"^[^\\s/]+(/[^\\s/]+)*$","x-expected":"a path without spaces and without a `/` at its ends, such as `reports/{ref_id}/{object}.pdf`"},"content_type":{"examples":["application/pdf"],"type":"string","pattern":"^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$","x-expected":"a media type in lower case, such as `text/markdown`"},"max_size":{"examples":["1MB",400000],"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000000},{"type":"string","pattern":"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$","x-expected":"a size such as `400`, `6kB`, `1MB` or `2GB`"}]},"write":{"examples":["once"],"type":"string","enum":["once","versions"]},"volume":{"$ref":"#/$defs/volume"}},"required":["bucket","path","content_type"],"additionalProperties":false},"minProperties":1}},"required":["objects"],"additionalProperties":false};
const pattern117 = new RegExp("^[^\\s/]+(/[^\\s/]+)*$", "u");
const pattern118 = new RegExp("^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$", "u");

function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate164.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.objects === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objects"},schema:schema43.required,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "why") || (key0 === "objects"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.why !== undefined){
let data0 = data.why;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err2 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema43.properties.why,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"},schema:schema43.properties.why.type,parentSchema:schema43.properties.why,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.objects !== undefined){
let data1 = data.objects;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema43.properties.objects,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
const _errs6 = errors;
if(typeof key1 === "string"){
if(!pattern33.test(key1)){
const err5 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema43.properties.objects.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.propertyNames.type,parentSchema:schema43.properties.objects.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid1 = _errs6 === errors;
if(!valid1){
const err7 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema43.properties.objects.propertyNames,parentSchema:schema43.properties.objects,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
for(const key2 in data1){
let data2 = data1[key2];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.bucket === undefined){
const err8 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/required",keyword:"required",params:{missingProperty: "bucket"},schema:schema43.properties.objects.additionalProperties.required,parentSchema:schema43.properties.objects.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.path === undefined){
const err9 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/required",keyword:"required",params:{missingProperty: "path"},schema:schema43.properties.objects.additionalProperties.required,parentSchema:schema43.properties.objects.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.content_type === undefined){
const err10 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/required",keyword:"required",params:{missingProperty: "content_type"},schema:schema43.properties.objects.additionalProperties.required,parentSchema:schema43.properties.objects.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key3 in data2){
if(!(((((((key3 === "about") || (key3 === "bucket")) || (key3 === "path")) || (key3 === "content_type")) || (key3 === "max_size")) || (key3 === "write")) || (key3 === "volume"))){
const err11 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema43.properties.objects.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.about !== undefined){
let data3 = data2.about;
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
const err12 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/about",schemaPath:"#/properties/objects/additionalProperties/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema43.properties.objects.additionalProperties.properties.about,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/about",schemaPath:"#/properties/objects/additionalProperties/properties/about/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.about.type,parentSchema:schema43.properties.objects.additionalProperties.properties.about,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.bucket !== undefined){
let data4 = data2.bucket;
if(typeof data4 === "string"){
if(!pattern26.test(data4)){
const err14 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/bucket",schemaPath:"#/properties/objects/additionalProperties/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$"},schema:"^(?=.{1,63}$)[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*$",parentSchema:schema43.properties.objects.additionalProperties.properties.bucket,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/bucket",schemaPath:"#/properties/objects/additionalProperties/properties/bucket/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.bucket.type,parentSchema:schema43.properties.objects.additionalProperties.properties.bucket,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.path !== undefined){
let data5 = data2.path;
if(typeof data5 === "string"){
if(!pattern117.test(data5)){
const err16 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/path",schemaPath:"#/properties/objects/additionalProperties/properties/path/pattern",keyword:"pattern",params:{pattern: "^[^\\s/]+(/[^\\s/]+)*$"},schema:"^[^\\s/]+(/[^\\s/]+)*$",parentSchema:schema43.properties.objects.additionalProperties.properties.path,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/path",schemaPath:"#/properties/objects/additionalProperties/properties/path/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.path.type,parentSchema:schema43.properties.objects.additionalProperties.properties.path,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.content_type !== undefined){
let data6 = data2.content_type;
if(typeof data6 === "string"){
if(!pattern118.test(data6)){
const err18 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/content_type",schemaPath:"#/properties/objects/additionalProperties/properties/content_type/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$"},schema:"^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(; ?charset=[A-Za-z0-9_-]{1,40})?$",parentSchema:schema43.properties.objects.additionalProperties.properties.content_type,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/content_type",schemaPath:"#/properties/objects/additionalProperties/properties/content_type/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.content_type.type,parentSchema:schema43.properties.objects.additionalProperties.properties.content_type,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data2.max_size !== undefined){
let data7 = data2.max_size;
const _errs21 = errors;
let valid4 = false;
const _errs22 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err20 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[0].type,parentSchema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[0],data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1000000000000 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000},schema:1000000000000,parentSchema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[0],data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err22 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[0],data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid0 = _errs22 === errors;
valid4 = valid4 || _valid0;
const _errs24 = errors;
if(typeof data7 === "string"){
if(!pattern106.test(data7)){
const err23 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf/1/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$"},schema:"^[0-9]{1,12}(B|(\\.[0-9]{1,6})?(kB|MB|GB|TB))?$",parentSchema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[1],data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[1].type,parentSchema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf[1],data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid0 = _errs24 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const err25 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_size",schemaPath:"#/properties/objects/additionalProperties/properties/max_size/anyOf",keyword:"anyOf",params:{},schema:schema43.properties.objects.additionalProperties.properties.max_size.anyOf,parentSchema:schema43.properties.objects.additionalProperties.properties.max_size,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
if(data2.write !== undefined){
let data8 = data2.write;
if(typeof data8 !== "string"){
const err26 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/write",schemaPath:"#/properties/objects/additionalProperties/properties/write/type",keyword:"type",params:{type: "string"},schema:schema43.properties.objects.additionalProperties.properties.write.type,parentSchema:schema43.properties.objects.additionalProperties.properties.write,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((data8 === "once") || (data8 === "versions"))){
const err27 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/write",schemaPath:"#/properties/objects/additionalProperties/properties/write/enum",keyword:"enum",params:{allowedValues: schema43.properties.objects.additionalProperties.properties.write.enum},schema:schema43.properties.objects.additionalProperties.properties.write.enum,parentSchema:schema43.properties.objects.additionalProperties.properties.write,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.volume !== undefined){
if(!(validate155(data2.volume, {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/volume",parentData:data2,parentDataProperty:"volume",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate155.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/objects/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/type",keyword:"type",params:{type: "object"},schema:schema43.properties.objects.additionalProperties.type,parentSchema:schema43.properties.objects.additionalProperties,data:data2};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/type",keyword:"type",params:{type: "object"},schema:schema43.properties.objects.type,parentSchema:schema43.properties.objects,data:data1};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema43.type,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}
validate164.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate144.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "about") || (key0 === "was")) || (key0 === "use")) || (key0 === "tenancy")) || (key0 === "postgres")) || (key0 === "mongo")) || (key0 === "s3"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.about !== undefined){
let data0 = data.about;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err1 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema36.properties.about,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema36.properties.about.type,parentSchema:schema36.properties.about,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.was !== undefined){
let data1 = data.was;
if(typeof data1 === "string"){
if(!pattern33.test(data1)){
const err3 = {instancePath:instancePath+"/was",schemaPath:"#/properties/was/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema36.properties.was,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "string"},schema:schema36.properties.was.type,parentSchema:schema36.properties.was,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.use !== undefined){
if(!(validate132(data.use, {instancePath:instancePath+"/use",parentData:data,parentDataProperty:"use",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate132.errors);
errors = vErrors.length;
}
}
if(data.tenancy !== undefined){
let data3 = data.tenancy;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(typeof data3 !== "string"){
const err5 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema36.properties.tenancy.anyOf[0].type,parentSchema:schema36.properties.tenancy.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((data3 === "required") || (data3 === "shared")) || (data3 === "none")) || (data3 === "self"))){
const err6 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema36.properties.tenancy.anyOf[0].enum},schema:schema36.properties.tenancy.anyOf[0].enum,parentSchema:schema36.properties.tenancy.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
const _errs11 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.mode === undefined){
const err7 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf/1/required",keyword:"required",params:{missingProperty: "mode"},schema:schema36.properties.tenancy.anyOf[1].required,parentSchema:schema36.properties.tenancy.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "mode") || (key1 === "why"))){
const err8 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema36.properties.tenancy.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data3.mode !== undefined){
let data4 = data3.mode;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/tenancy/mode",schemaPath:"#/properties/tenancy/anyOf/1/properties/mode/type",keyword:"type",params:{type: "string"},schema:schema36.properties.tenancy.anyOf[1].properties.mode.type,parentSchema:schema36.properties.tenancy.anyOf[1].properties.mode,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((((data4 === "required") || (data4 === "shared")) || (data4 === "none")) || (data4 === "self"))){
const err10 = {instancePath:instancePath+"/tenancy/mode",schemaPath:"#/properties/tenancy/anyOf/1/properties/mode/enum",keyword:"enum",params:{allowedValues: schema36.properties.tenancy.anyOf[1].properties.mode.enum},schema:schema36.properties.tenancy.anyOf[1].properties.mode.enum,parentSchema:schema36.properties.tenancy.anyOf[1].properties.mode,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.why !== undefined){
let data5 = data3.why;
if(typeof data5 === "string"){
if(!pattern3.test(data5)){
const err11 = {instancePath:instancePath+"/tenancy/why",schemaPath:"#/properties/tenancy/anyOf/1/properties/why/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema36.properties.tenancy.anyOf[1].properties.why,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/tenancy/why",schemaPath:"#/properties/tenancy/anyOf/1/properties/why/type",keyword:"type",params:{type: "string"},schema:schema36.properties.tenancy.anyOf[1].properties.why.type,parentSchema:schema36.properties.tenancy.anyOf[1].properties.why,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema36.properties.tenancy.anyOf[1].type,parentSchema:schema36.properties.tenancy.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err14 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/anyOf",keyword:"anyOf",params:{},schema:schema36.properties.tenancy.anyOf,parentSchema:schema36.properties.tenancy,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.postgres !== undefined){
if(!(validate146(data.postgres, {instancePath:instancePath+"/postgres",parentData:data,parentDataProperty:"postgres",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate146.errors);
errors = vErrors.length;
}
}
if(data.mongo !== undefined){
if(!(validate158(data.mongo, {instancePath:instancePath+"/mongo",parentData:data,parentDataProperty:"mongo",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate158.errors);
errors = vErrors.length;
}
}
if(data.s3 !== undefined){
if(!(validate164(data.s3, {instancePath:instancePath+"/s3",parentData:data,parentDataProperty:"s3",rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate164.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate144.errors = vErrors;
return errors === 0;
}
validate144.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate130.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "domain") || (key0 === "about")) || (key0 === "include")) || (key0 === "mixins")) || (key0 === "enums")) || (key0 === "types")) || (key0 === "entities"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.domain !== undefined){
let data0 = data.domain;
if(typeof data0 === "string"){
if(!pattern59.test(data0)){
const err1 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$"},schema:"^[A-Za-z]([A-Za-z0-9_ -]{0,61}[A-Za-z0-9])?$",parentSchema:schema29.properties.domain,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},schema:schema29.properties.domain.type,parentSchema:schema29.properties.domain,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.about !== undefined){
let data1 = data.about;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err3 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema29.properties.about,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "string"},schema:schema29.properties.about.type,parentSchema:schema29.properties.about,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.include !== undefined){
let data2 = data.include;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
const err5 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema29.properties.include.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},schema:schema29.properties.include.items.type,parentSchema:schema29.properties.include.items,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema29.properties.include,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"},schema:schema29.properties.include.type,parentSchema:schema29.properties.include,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.mixins !== undefined){
let data4 = data.mixins;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const _errs12 = errors;
if(typeof key1 === "string"){
if(!pattern33.test(key1)){
const err9 = {instancePath:instancePath+"/mixins",schemaPath:"#/properties/mixins/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema29.properties.mixins.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/mixins",schemaPath:"#/properties/mixins/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema29.properties.mixins.propertyNames.type,parentSchema:schema29.properties.mixins.propertyNames,data:key1,propertyName:key1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid4 = _errs12 === errors;
if(!valid4){
const err11 = {instancePath:instancePath+"/mixins",schemaPath:"#/properties/mixins/propertyNames",keyword:"propertyNames",params:{propertyName: key1},schema:schema29.properties.mixins.propertyNames,parentSchema:schema29.properties.mixins,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
for(const key2 in data4){
if(!(validate131(data4[key2], {instancePath:instancePath+"/mixins/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate131.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath:instancePath+"/mixins",schemaPath:"#/properties/mixins/type",keyword:"type",params:{type: "object"},schema:schema29.properties.mixins.type,parentSchema:schema29.properties.mixins,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.enums !== undefined){
let data6 = data.enums;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
const _errs18 = errors;
if(typeof key3 === "string"){
if(!pattern33.test(key3)){
const err13 = {instancePath:instancePath+"/enums",schemaPath:"#/properties/enums/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema29.properties.enums.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/enums",schemaPath:"#/properties/enums/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema29.properties.enums.propertyNames.type,parentSchema:schema29.properties.enums.propertyNames,data:key3,propertyName:key3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid6 = _errs18 === errors;
if(!valid6){
const err15 = {instancePath:instancePath+"/enums",schemaPath:"#/properties/enums/propertyNames",keyword:"propertyNames",params:{propertyName: key3},schema:schema29.properties.enums.propertyNames,parentSchema:schema29.properties.enums,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key4 in data6){
if(!(validate139(data6[key4], {instancePath:instancePath+"/enums/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate139.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/enums",schemaPath:"#/properties/enums/type",keyword:"type",params:{type: "object"},schema:schema29.properties.enums.type,parentSchema:schema29.properties.enums,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.types !== undefined){
let data8 = data.types;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key5 in data8){
const _errs24 = errors;
if(typeof key5 === "string"){
if(!pattern33.test(key5)){
const err17 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema29.properties.types.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema29.properties.types.propertyNames.type,parentSchema:schema29.properties.types.propertyNames,data:key5,propertyName:key5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid8 = _errs24 === errors;
if(!valid8){
const err19 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/propertyNames",keyword:"propertyNames",params:{propertyName: key5},schema:schema29.properties.types.propertyNames,parentSchema:schema29.properties.types,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key6 in data8){
if(!(validate141(data8[key6], {instancePath:instancePath+"/types/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data8,parentDataProperty:key6,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate141.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/type",keyword:"type",params:{type: "object"},schema:schema29.properties.types.type,parentSchema:schema29.properties.types,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.entities !== undefined){
let data10 = data.entities;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key7 in data10){
const _errs30 = errors;
if(typeof key7 === "string"){
if(!pattern33.test(key7)){
const err21 = {instancePath:instancePath+"/entities",schemaPath:"#/properties/entities/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$"},schema:"^[A-Za-z][A-Za-z0-9_]{0,62}$",parentSchema:schema29.properties.entities.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/entities",schemaPath:"#/properties/entities/propertyNames/type",keyword:"type",params:{type: "string"},schema:schema29.properties.entities.propertyNames.type,parentSchema:schema29.properties.entities.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid10 = _errs30 === errors;
if(!valid10){
const err23 = {instancePath:instancePath+"/entities",schemaPath:"#/properties/entities/propertyNames",keyword:"propertyNames",params:{propertyName: key7},schema:schema29.properties.entities.propertyNames,parentSchema:schema29.properties.entities,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
for(const key8 in data10){
if(!(validate144(data10[key8], {instancePath:instancePath+"/entities/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data10,parentDataProperty:key8,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate144.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/entities",schemaPath:"#/properties/entities/type",keyword:"type",params:{type: "object"},schema:schema29.properties.entities.type,parentSchema:schema29.properties.entities,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}
validate130.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.rules === undefined) && (missing0 = "rules")){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
for(const key0 in data){
const _errs3 = errors;
if(!((key0 === "about") || (key0 === "rules"))){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs3 === errors;
if(!valid1){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(!(validate53(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate53.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs5 = errors;
const _errs6 = errors;
let valid2 = true;
const _errs7 = errors;
const _errs8 = errors;
let valid3 = false;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.stowage === undefined) && (missing1 = "stowage")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid2 = _errs9 === errors;
valid3 = valid3 || _valid2;
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.stores === undefined) && (missing2 = "stores")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid2 = _errs10 === errors;
valid3 = valid3 || _valid2;
const _errs11 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.tenancy === undefined) && (missing3 = "tenancy")){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid2 = _errs11 === errors;
valid3 = valid3 || _valid2;
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.conventions === undefined) && (missing4 = "conventions")){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid2 = _errs12 === errors;
valid3 = valid3 || _valid2;
const _errs13 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.placement === undefined) && (missing5 = "placement")){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid2 = _errs13 === errors;
valid3 = valid3 || _valid2;
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.rules === undefined) && (missing6 = "rules")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid2 = _errs14 === errors;
valid3 = valid3 || _valid2;
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.output === undefined) && (missing7 = "output")){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid2 = _errs15 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var _valid1 = _errs7 === errors;
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs16 = errors;
if(!(validate121(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate121.errors);
errors = vErrors.length;
}
var _valid1 = _errs16 === errors;
valid2 = _valid1;
if(valid2){
var props1 = true;
}
ifClause1 = "then";
}
else {
const _errs17 = errors;
if(!(validate130(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = append(vErrors, validate130.errors);
errors = vErrors.length;
}
var _valid1 = _errs17 === errors;
valid2 = _valid1;
if(valid2){
if(props1 !== true){
props1 = true;
}
}
ifClause1 = "else";
}
if(!valid2){
const err12 = {instancePath,schemaPath:"#/else/if",keyword:"if",params:{failingKeyword: ifClause1},schema:schema19.else.if,parentSchema:schema19.else,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
if(valid0){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause0 = "else";
}
if(!valid0){
const err13 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema19.if,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate52.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate52.evaluated = {"dynamicProps":true,"dynamicItems":false};
function append(errors, more) {
if(errors === null){
return more;
}
for(const error of more){
errors.push(error);
}
return errors;
}
export const validate: unknown = validate52
