-- The demo's users, for an administrator of a MariaDB: ./flights connect reads their changes from its binary log
-- (log_bin, binlog_format=ROW), ./flights demo bots writes them. Done again it changes nothing.
CREATE DATABASE IF NOT EXISTS demo CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS demo.users (
  id INT PRIMARY KEY,
  name VARCHAR(100),
  country CHAR(2),
  platform VARCHAR(20),
  ip_address VARCHAR(45),
  nb_orders INT,
  updated_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
);

-- The password is for this machine alone: choose another where others reach the database (FLIGHTS_DATABASE_PASSWORD).
CREATE USER IF NOT EXISTS 'flights'@'%' IDENTIFIED BY 'flights';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, LOCK TABLES ON demo.* TO 'flights'@'%';
GRANT RELOAD, SHOW DATABASES, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'flights'@'%';
