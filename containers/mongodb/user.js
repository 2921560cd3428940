// The user that the program is: it may use its database, and no other.
db.getSiblingDB("admin").createUser({
  user: "flights",
  pwd: process.env.MONGODB_FLIGHTS_PASSWORD,
  roles: [{ role: "readWrite", db: "agile_data_science" }],
});
