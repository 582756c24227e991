/** Names that a declaration of the package cannot have: keywords, globals it uses, what its support files export. */
export const reservedNames: readonly string[] = [
  // Keywords and built-in types.
  'any as async await bigint boolean break case catch class const continue debugger default delete do else enum export',
  'extends false finally for function if implements import in instanceof interface let never new null number object',
  'package private protected public return static string super switch symbol this throw true try type typeof undefined',
  'unknown var void while with yield arguments eval infer is keyof readonly satisfies unique',
  // Globals.
  'Array BigInt Boolean Buffer Date Error Function JSON Map Math NaN Number Object Omit Partial Pick Promise Readonly',
  'ReadonlyMap ReadonlySet Record RegExp Set String Symbol TypeError Uint8Array WeakMap globalThis process',
  // What the package takes from elsewhere.
  'Connection Decimal Model Prisma PrismaClient Schema Types',
  // What its support files export.
  'DocumentId EntityId InvalidIdError ObjectKey RefId Ulid Uuid documentIdPattern isUlid isUuid newRefId newUlid newUuid7',
  'parseDocumentId parseEntityId parseRefId parseUlid parseUuid ulidPattern uuidPattern',
  'InJson Json JsonObject Lifecycle NextState canMove isTerminal',
  'BsonType ChangePaths BaseDocument MutableDocument SoftDeleteDocument CollectionDescription CollectionValidator',
  'IndexDescription JsonSchema Models allowingEmpty applyCollections modelOf collections countChanges documentIdRule indexesOf',
  'MongoOptions RoleDescription applicationRole models ulidRule verifyCollections within FixedDocumentError keepFixed refuseChanges s3Settings asRow',
  'BucketDescription InvalidKeyError tenantPrefix KeyPath ObjectDefinition ParametersOf PolicyDocument PolicyStatement Segment',
  'StoredObject bigint bucketName buckets date defineObject int isSafeSegment noPublicAccess objectId objects oneOf',
  'orShared path prefixPolicy refId slug tenantPolicy transportPolicy ulid uuid',
  'ApplyOptions ApplyReport BucketVariablesError Difference S3Client S3Options applyBuckets applyToClient applyToConnection',
  'verifyBuckets verifyClient verifyConnection NoMigrationsError PostgresClient applySchema verifySchema',
  // What its data layer declares, takes from the runtime and shows of it.
  'AnyDb Body ChangeSchemas ChangingDocumentKind ChangingRowKind ChangingSplitKind Closed ComposedContent',
  'Condition Conflict Content ContentUrls Corrupt CreateSchema Db Description DocumentChange DocumentCreates',
  'DocumentDeletes DocumentFilter DocumentKind DocumentOfSomeTenant DocumentOfTenant DocumentQueries',
  'DocumentQuery DocumentReads DocumentRestores DocumentSearch DocumentUpdates DocumentWhere Exclude Expired',
  'Extract Factories Factory Forbidden Found FoundIn Given IdempotencyOption InTransaction InvalidInput Lookup',
  'Lookups Missing Moves MovingRowKind ObjectFacts ObjectHandle ObjectReads OfSomeTenant OfTenant Page',
  'OrderOption PageOptions PayloadOf PipelineStage PlainProvider Provider ProviderOptions Reference Referring',
  'RevisionOption RootOf RowCreates RowDeletes RowKind RowReads RowRestores RowUpdates ScopeOptions Selection SplitCreates',
  'SplitDeletes SplitKind SplitReads SplitRestores SplitUpdates StandardSchemaV1 StowageError SystemDb',
  'SystemTransactionDb TenantDb TimeInput TooLarge TransactionDb Unavailable Unrelated UploadOptions UploadTarget',
  'WhereOption Whole WrongContentType createFactories createProvider description factories file openPlainProvider',
  'openProvider prismaClient DomainDescription DocumentSelection Chosen ObjectKind PlainDocument ComposedKind Composed ComposedReads',
].flatMap((line) => line.split(' '))
