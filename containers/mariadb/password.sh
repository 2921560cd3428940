# Read by MariaDB's image at its first start, after users.sql: the password there is for one machine alone.
flights_password=${MARIADB_FLIGHTS_PASSWORD//\\/\\\\}
docker_process_sql <<<"ALTER USER 'flights'@'%' IDENTIFIED BY '${flights_password//\'/\'\'}'"
