// Run by mongosh as the health check: initiates the replica set of one node once, and succeeds when it takes writes.
const initiated = db.hello().setName !== undefined
if (!initiated) {
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${process.env.MONGO_PORT}` }] })
}
quit(db.hello().isWritablePrimary ? 0 : 1)
