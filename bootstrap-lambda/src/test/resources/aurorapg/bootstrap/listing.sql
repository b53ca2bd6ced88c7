-- one transaction
BEGIN;
-- lock
SELECT pg_advisory_xact_lock(hashtextextended('aurora-postgres bootstrap', 0));
-- extension "pg_stat_statements"
CREATE EXTENSION IF NOT EXISTS "pg_stat_statements";
-- extension "pgaudit"
CREATE EXTENSION IF NOT EXISTS "pgaudit";
-- role "rds_pgaudit"
CREATE ROLE "rds_pgaudit" NOLOGIN;
-- pgaudit.role
ALTER DATABASE "orders" SET pgaudit.role TO 'rds_pgaudit';
-- pgaudit.log
ALTER DATABASE "orders" SET pgaudit.log TO 'ddl, role';
-- role "app_owner"
CREATE ROLE "app_owner" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- role "app_rw"
CREATE ROLE "app_rw" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- role "app_ro"
CREATE ROLE "app_ro" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- membership of the master user in "app_owner"
GRANT "app_owner" TO CURRENT_USER;
-- login "app_owner_login"
CREATE ROLE "app_owner_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- no password of login "app_owner_login"
ALTER ROLE "app_owner_login" PASSWORD NULL;
-- membership of login "app_owner_login" in "app_owner"
GRANT "app_owner" TO "app_owner_login";
-- membership of login "app_owner_login" in "rds_iam"
GRANT "rds_iam" TO "app_owner_login";
-- login "app_rw_login"
CREATE ROLE "app_rw_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- no password of login "app_rw_login"
ALTER ROLE "app_rw_login" PASSWORD NULL;
-- membership of login "app_rw_login" in "app_rw"
GRANT "app_rw" TO "app_rw_login";
-- membership of login "app_rw_login" in "rds_iam"
GRANT "rds_iam" TO "app_rw_login";
-- login "app_ro_login"
CREATE ROLE "app_ro_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- no password of login "app_ro_login"
ALTER ROLE "app_ro_login" PASSWORD NULL;
-- membership of login "app_ro_login" in "app_ro"
GRANT "app_ro" TO "app_ro_login";
-- membership of login "app_ro_login" in "rds_iam"
GRANT "rds_iam" TO "app_ro_login";
-- schema "app"
CREATE SCHEMA "app" AUTHORIZATION "app_owner";
-- rights of "app_owner" on database "orders"
GRANT CONNECT, TEMPORARY ON DATABASE "orders" TO "app_owner";
-- rights of "app_owner" on schema "public"
GRANT USAGE ON SCHEMA "public" TO "app_owner";
-- rights of "app_rw" on database "orders"
GRANT CONNECT, TEMPORARY ON DATABASE "orders" TO "app_rw";
-- rights of "app_rw" on schema "app"
GRANT USAGE ON SCHEMA "app" TO "app_rw";
-- rights of "app_rw" on schema "public"
GRANT USAGE ON SCHEMA "public" TO "app_rw";
-- rights of "app_rw" on later tables in schema "app"
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "app_rw";
-- rights of "app_rw" on later sequences in schema "app"
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT USAGE, SELECT ON SEQUENCES TO "app_rw";
-- rights of "app_ro" on database "orders"
GRANT CONNECT ON DATABASE "orders" TO "app_ro";
-- rights of "app_ro" on schema "app"
GRANT USAGE ON SCHEMA "app" TO "app_ro";
-- rights of "app_ro" on schema "public"
GRANT USAGE ON SCHEMA "public" TO "app_ro";
-- rights of "app_ro" on later tables in schema "app"
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT ON TABLES TO "app_ro";
-- rights of "app_ro" on later sequences in schema "app"
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT ON SEQUENCES TO "app_ro";
-- PUBLIC closed out of database "orders"
REVOKE ALL ON DATABASE "orders" FROM PUBLIC;
-- PUBLIC closed out of schema "public"
REVOKE ALL ON SCHEMA "public" FROM PUBLIC;
-- search_path of login "app_owner_login"
ALTER ROLE "app_owner_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- search_path of login "app_rw_login"
ALTER ROLE "app_rw_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- search_path of login "app_ro_login"
ALTER ROLE "app_ro_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- role of login "app_owner_login"
ALTER ROLE "app_owner_login" IN DATABASE "orders" SET role TO 'app_owner';
-- all or nothing
COMMIT;
