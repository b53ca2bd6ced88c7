-- extension "pg_stat_statements": CREATE, created
SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_stat_statements');
CREATE EXTENSION IF NOT EXISTS "pg_stat_statements";
-- extension "pgaudit": CREATE, created
SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pgaudit');
CREATE EXTENSION IF NOT EXISTS "pgaudit";
-- role "rds_pgaudit": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rds_pgaudit' AND true);
CREATE ROLE "rds_pgaudit" NOLOGIN;
-- attributes of role "rds_pgaudit": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rds_pgaudit' AND NOT rolcanlogin);
ALTER ROLE "rds_pgaudit" NOLOGIN;
-- pgaudit.role: CHANGE, changed, or: The server did not let the master user set pgaudit.role (SQLSTATE 42501), so objects are not audited by grants to rds_pgaudit: set pgaudit.role: rds_pgaudit in database.instanceParameters.
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = 0 AND entry = 'pgaudit.role=rds_pgaudit') OR current_setting('pgaudit.role', true) = 'rds_pgaudit';
ALTER DATABASE "orders" SET pgaudit.role TO 'rds_pgaudit';
-- pgaudit.log: CHANGE, changed
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = 0 AND split_part(entry, '=', 1) = 'pgaudit.log' AND (string_to_array(replace(lower(split_part(entry, '=', 2)), ' ', ''), ',') @> '{ddl,role}' OR string_to_array(replace(lower(split_part(entry, '=', 2)), ' ', ''), ',') @> '{all}') AND position('-' IN split_part(entry, '=', 2)) = 0);
ALTER DATABASE "orders" SET pgaudit.log TO 'ddl, role';
-- role "app_owner": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_owner' AND true);
CREATE ROLE "app_owner" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of role "app_owner": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_owner' AND NOT rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_owner" NOLOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- role "app_rw": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_rw' AND true);
CREATE ROLE "app_rw" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of role "app_rw": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_rw' AND NOT rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_rw" NOLOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- role "app_ro": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_ro' AND true);
CREATE ROLE "app_ro" NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of role "app_ro": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_ro' AND NOT rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_ro" NOLOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- membership of the master user in "app_owner": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
GRANT "app_owner" TO CURRENT_USER;
-- login "app_owner_login": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_owner_login' AND true);
CREATE ROLE "app_owner_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of login "app_owner_login": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_owner_login' AND rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_owner_login" LOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- no password of login "app_owner_login": ALWAYS, alreadyRight
SELECT true;
ALTER ROLE "app_owner_login" PASSWORD NULL;
-- membership of login "app_owner_login" in "app_owner": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND true);
GRANT "app_owner" TO "app_owner_login";
-- options of membership of login "app_owner_login" in "app_owner": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "app_owner" FROM "app_owner_login";
GRANT "app_owner" TO "app_owner_login";
-- membership of login "app_owner_login" in "rds_iam": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND true);
GRANT "rds_iam" TO "app_owner_login";
-- options of membership of login "app_owner_login" in "rds_iam": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "rds_iam" FROM "app_owner_login";
GRANT "rds_iam" TO "app_owner_login";
-- login "app_rw_login": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_rw_login' AND true);
CREATE ROLE "app_rw_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of login "app_rw_login": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_rw_login' AND rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_rw_login" LOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- no password of login "app_rw_login": ALWAYS, alreadyRight
SELECT true;
ALTER ROLE "app_rw_login" PASSWORD NULL;
-- membership of login "app_rw_login" in "app_rw": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw_login') AND true);
GRANT "app_rw" TO "app_rw_login";
-- options of membership of login "app_rw_login" in "app_rw": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "app_rw" FROM "app_rw_login";
GRANT "app_rw" TO "app_rw_login";
-- membership of login "app_rw_login" in "rds_iam": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw_login') AND true);
GRANT "rds_iam" TO "app_rw_login";
-- options of membership of login "app_rw_login" in "rds_iam": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "rds_iam" FROM "app_rw_login";
GRANT "rds_iam" TO "app_rw_login";
-- login "app_ro_login": CREATE, created
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_ro_login' AND true);
CREATE ROLE "app_ro_login" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT;
-- attributes of login "app_ro_login": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_ro_login' AND rolcanlogin AND rolinherit AND NOT rolcreatedb AND NOT rolcreaterole);
ALTER ROLE "app_ro_login" LOGIN NOCREATEDB NOCREATEROLE INHERIT;
-- no password of login "app_ro_login": ALWAYS, alreadyRight
SELECT true;
ALTER ROLE "app_ro_login" PASSWORD NULL;
-- membership of login "app_ro_login" in "app_ro": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro_login') AND true);
GRANT "app_ro" TO "app_ro_login";
-- options of membership of login "app_ro_login" in "app_ro": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "app_ro" FROM "app_ro_login";
GRANT "app_ro" TO "app_ro_login";
-- membership of login "app_ro_login" in "rds_iam": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro_login') AND true);
GRANT "rds_iam" TO "app_ro_login";
-- options of membership of login "app_ro_login" in "rds_iam": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = 'rds_iam') AND m.member = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro_login') AND coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true' AND coalesce(to_jsonb(m) ->> 'set_option', 'true') = 'true');
REVOKE "rds_iam" FROM "app_ro_login";
GRANT "rds_iam" TO "app_ro_login";
-- schema "app": CREATE, created
SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'app' AND true);
CREATE SCHEMA "app" AUTHORIZATION "app_owner";
-- owner of schema "app": REPAIR, changed
SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'app' AND nspowner = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner'));
ALTER SCHEMA "app" OWNER TO "app_owner";
-- rights of "app_owner" on database "orders": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 2 FROM pg_database o, aclexplode(coalesce(o.datacl, acldefault('d', o.datdba))) a
 WHERE o.datname = 'orders' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND a.privilege_type IN ('CONNECT', 'TEMPORARY');
GRANT CONNECT, TEMPORARY ON DATABASE "orders" TO "app_owner";
-- rights of "app_owner" on schema "app": REPAIR, changed
SELECT count(DISTINCT a.privilege_type) = 2 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'app' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND a.privilege_type IN ('CREATE', 'USAGE');
GRANT CREATE, USAGE ON SCHEMA "app" TO "app_owner";
-- rights of "app_owner" on schema "public": CHANGE, changed
SELECT (SELECT oid FROM pg_namespace WHERE nspname = 'public') IS NULL OR (SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'public' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND a.privilege_type IN ('USAGE'));
GRANT USAGE ON SCHEMA "public" TO "app_owner";
-- rights of "app_rw" on database "orders": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 2 FROM pg_database o, aclexplode(coalesce(o.datacl, acldefault('d', o.datdba))) a
 WHERE o.datname = 'orders' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('CONNECT', 'TEMPORARY');
GRANT CONNECT, TEMPORARY ON DATABASE "orders" TO "app_rw";
-- rights of "app_rw" on schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'app' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('USAGE');
GRANT USAGE ON SCHEMA "app" TO "app_rw";
-- rights of "app_rw" on schema "public": CHANGE, changed
SELECT (SELECT oid FROM pg_namespace WHERE nspname = 'public') IS NULL OR (SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'public' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('USAGE'));
GRANT USAGE ON SCHEMA "public" TO "app_rw";
-- rights of "app_rw" on existing tables in schema "app": REPAIR, changed
SELECT NOT EXISTS (SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')) < 4);
DO 'DECLARE found name;
BEGIN
  FOR found IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ''app'') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = ''app_owner'') AND c.relkind IN (''r'', ''p'', ''v'', ''m'', ''f'')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault(''r'', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = ''app_rw'') AND a.privilege_type IN (''SELECT'', ''INSERT'', ''UPDATE'', ''DELETE'')) < 4
  LOOP
    EXECUTE format(''GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %I.%I TO %I'', ''app'', found, ''app_rw'');
  END LOOP;
END';
-- rights of "app_rw" on later tables in schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 4 FROM pg_default_acl o, aclexplode(o.defaclacl) a
 WHERE o.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND o.defaclnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND o.defaclobjtype = 'r' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE');
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "app_rw";
-- rights of "app_rw" on existing sequences in schema "app": REPAIR, changed
SELECT NOT EXISTS (SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND c.relkind IN ('S')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault('s', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('USAGE', 'SELECT')) < 2);
DO 'DECLARE found name;
BEGIN
  FOR found IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ''app'') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = ''app_owner'') AND c.relkind IN (''S'')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault(''s'', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = ''app_rw'') AND a.privilege_type IN (''USAGE'', ''SELECT'')) < 2
  LOOP
    EXECUTE format(''GRANT USAGE, SELECT ON SEQUENCE %I.%I TO %I'', ''app'', found, ''app_rw'');
  END LOOP;
END';
-- rights of "app_rw" on later sequences in schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 2 FROM pg_default_acl o, aclexplode(o.defaclacl) a
 WHERE o.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND o.defaclnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND o.defaclobjtype = 'S' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw') AND a.privilege_type IN ('USAGE', 'SELECT');
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT USAGE, SELECT ON SEQUENCES TO "app_rw";
-- rights of "app_ro" on database "orders": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_database o, aclexplode(coalesce(o.datacl, acldefault('d', o.datdba))) a
 WHERE o.datname = 'orders' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('CONNECT');
GRANT CONNECT ON DATABASE "orders" TO "app_ro";
-- rights of "app_ro" on schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'app' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('USAGE');
GRANT USAGE ON SCHEMA "app" TO "app_ro";
-- rights of "app_ro" on schema "public": CHANGE, changed
SELECT (SELECT oid FROM pg_namespace WHERE nspname = 'public') IS NULL OR (SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a
 WHERE o.nspname = 'public' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('USAGE'));
GRANT USAGE ON SCHEMA "public" TO "app_ro";
-- rights of "app_ro" on existing tables in schema "app": REPAIR, changed
SELECT NOT EXISTS (SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('SELECT')) < 1);
DO 'DECLARE found name;
BEGIN
  FOR found IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ''app'') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = ''app_owner'') AND c.relkind IN (''r'', ''p'', ''v'', ''m'', ''f'')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault(''r'', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = ''app_ro'') AND a.privilege_type IN (''SELECT'')) < 1
  LOOP
    EXECUTE format(''GRANT SELECT ON TABLE %I.%I TO %I'', ''app'', found, ''app_ro'');
  END LOOP;
END';
-- rights of "app_ro" on later tables in schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_default_acl o, aclexplode(o.defaclacl) a
 WHERE o.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND o.defaclnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND o.defaclobjtype = 'r' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('SELECT');
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT ON TABLES TO "app_ro";
-- rights of "app_ro" on existing sequences in schema "app": REPAIR, changed
SELECT NOT EXISTS (SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND c.relkind IN ('S')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault('s', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('SELECT')) < 1);
DO 'DECLARE found name;
BEGIN
  FOR found IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ''app'') AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = ''app_owner'') AND c.relkind IN (''S'')
 AND (SELECT count(DISTINCT a.privilege_type)
 FROM aclexplode(coalesce(c.relacl, acldefault(''s'', c.relowner))) a
 WHERE a.grantee = (SELECT oid FROM pg_roles WHERE rolname = ''app_ro'') AND a.privilege_type IN (''SELECT'')) < 1
  LOOP
    EXECUTE format(''GRANT SELECT ON SEQUENCE %I.%I TO %I'', ''app'', found, ''app_ro'');
  END LOOP;
END';
-- rights of "app_ro" on later sequences in schema "app": CHANGE, changed
SELECT count(DISTINCT a.privilege_type) = 1 FROM pg_default_acl o, aclexplode(o.defaclacl) a
 WHERE o.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') AND o.defaclnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND o.defaclobjtype = 'S' AND a.grantee = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro') AND a.privilege_type IN ('SELECT');
ALTER DEFAULT PRIVILEGES FOR ROLE "app_owner" IN SCHEMA "app" GRANT SELECT ON SEQUENCES TO "app_ro";
-- PUBLIC closed out of database "orders": CHANGE, changed
SELECT NOT EXISTS (SELECT FROM pg_database o, aclexplode(coalesce(o.datacl, acldefault('d', o.datdba))) a WHERE o.datname = 'orders' AND a.grantee = 0);
REVOKE ALL ON DATABASE "orders" FROM PUBLIC;
-- PUBLIC closed out of schema "public": CHANGE, changed
SELECT NOT EXISTS (SELECT FROM pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) a WHERE o.nspname = 'public' AND a.grantee = 0);
REVOKE ALL ON SCHEMA "public" FROM PUBLIC;
-- search_path of login "app_owner_login": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND entry = 'search_path=' || quote_ident('app') || ', public');
ALTER ROLE "app_owner_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- search_path of login "app_rw_login": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_rw_login') AND entry = 'search_path=' || quote_ident('app') || ', public');
ALTER ROLE "app_rw_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- search_path of login "app_ro_login": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_ro_login') AND entry = 'search_path=' || quote_ident('app') || ', public');
ALTER ROLE "app_ro_login" IN DATABASE "orders" SET search_path TO "app", "public";
-- role of login "app_owner_login": CHANGE, changed
SELECT EXISTS (SELECT FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
 WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = 'orders') AND s.setrole = (SELECT oid FROM pg_roles WHERE rolname = 'app_owner_login') AND entry = 'role=app_owner');
ALTER ROLE "app_owner_login" IN DATABASE "orders" SET role TO 'app_owner';
-- refusals
SELECT format('role %I exists and is a superuser, may replicate or bypasses row security', rolname)
FROM pg_roles WHERE rolname IN ('app_owner', 'app_rw', 'app_ro', 'app_owner_login', 'app_rw_login', 'app_ro_login') AND (rolsuper OR rolreplication OR rolbypassrls) ORDER BY 1;
-- report
SELECT format('%s has %s on %s', who, string_agg(what, ', ' ORDER BY what), object)
FROM (SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE format('role %I', g.rolname) END AS who,
  a.privilege_type || CASE WHEN a.is_grantable THEN ' (may grant it on)' ELSE '' END AS what, o.object
 FROM (SELECT 'DATABASE' AS kind, format('database %I', datname) AS object, datdba AS owner,
    coalesce(datacl, acldefault('d', datdba)) AS acl FROM pg_database WHERE datname = 'orders'
  UNION ALL SELECT CASE nspname WHEN 'app' THEN 'SCHEMA' ELSE 'PUBLIC_SCHEMA' END,
    format('schema %I', nspname), nspowner,
    coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname IN ('app', 'public')
  UNION ALL SELECT CASE relkind WHEN 'S' THEN 'SEQUENCES' ELSE 'TABLES' END,
    format('%s %I.%I', CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, 'app', relname),
    relowner,
    coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
    FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')) o
 CROSS JOIN aclexplode(o.acl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
 WHERE a.grantee <> o.owner AND NOT coalesce(g.rolsuper, false)
  AND g.rolname IS DISTINCT FROM current_user
  AND (a.is_grantable OR (o.kind, coalesce(g.rolname, ''), a.privilege_type) NOT IN (('DATABASE', 'app_owner', 'CONNECT'), ('DATABASE', 'app_owner', 'TEMPORARY'), ('SCHEMA', 'app_owner', 'CREATE'), ('SCHEMA', 'app_owner', 'USAGE'), ('PUBLIC_SCHEMA', 'app_owner', 'USAGE'), ('DATABASE', 'app_rw', 'CONNECT'), ('DATABASE', 'app_rw', 'TEMPORARY'), ('SCHEMA', 'app_rw', 'USAGE'), ('PUBLIC_SCHEMA', 'app_rw', 'USAGE'), ('TABLES', 'app_rw', 'SELECT'), ('TABLES', 'app_rw', 'INSERT'), ('TABLES', 'app_rw', 'UPDATE'), ('TABLES', 'app_rw', 'DELETE'), ('SEQUENCES', 'app_rw', 'USAGE'), ('SEQUENCES', 'app_rw', 'SELECT'), ('DATABASE', 'app_ro', 'CONNECT'), ('SCHEMA', 'app_ro', 'USAGE'), ('PUBLIC_SCHEMA', 'app_ro', 'USAGE'), ('TABLES', 'app_ro', 'SELECT'), ('SEQUENCES', 'app_ro', 'SELECT')))) f
GROUP BY who, object ORDER BY object, who;
-- report
SELECT format('what role %I creates later in %s opens itself to %s: %s', d.rolname,
  CASE WHEN n.nspname IS NULL THEN 'any schema' ELSE format('schema %I', n.nspname) END,
  CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE format('role %I', g.rolname) END,
  string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type))
FROM pg_default_acl o JOIN pg_roles d ON d.oid = o.defaclrole
 LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace
 CROSS JOIN aclexplode(o.defaclacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
WHERE (o.defaclnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') OR o.defaclnamespace = 0 AND d.rolname = 'app_owner') AND a.grantee <> o.defaclrole
 AND (d.rolname <> 'app_owner' OR o.defaclobjtype NOT IN ('r', 'S') OR
  (CASE o.defaclobjtype WHEN 'r' THEN 'TABLES' ELSE 'SEQUENCES' END,
   coalesce(g.rolname, ''), a.privilege_type) NOT IN (('DATABASE', 'app_owner', 'CONNECT'), ('DATABASE', 'app_owner', 'TEMPORARY'), ('SCHEMA', 'app_owner', 'CREATE'), ('SCHEMA', 'app_owner', 'USAGE'), ('PUBLIC_SCHEMA', 'app_owner', 'USAGE'), ('DATABASE', 'app_rw', 'CONNECT'), ('DATABASE', 'app_rw', 'TEMPORARY'), ('SCHEMA', 'app_rw', 'USAGE'), ('PUBLIC_SCHEMA', 'app_rw', 'USAGE'), ('TABLES', 'app_rw', 'SELECT'), ('TABLES', 'app_rw', 'INSERT'), ('TABLES', 'app_rw', 'UPDATE'), ('TABLES', 'app_rw', 'DELETE'), ('SEQUENCES', 'app_rw', 'USAGE'), ('SEQUENCES', 'app_rw', 'SELECT'), ('DATABASE', 'app_ro', 'CONNECT'), ('SCHEMA', 'app_ro', 'USAGE'), ('PUBLIC_SCHEMA', 'app_ro', 'USAGE'), ('TABLES', 'app_ro', 'SELECT'), ('SEQUENCES', 'app_ro', 'SELECT')))
GROUP BY d.rolname, n.nspname, o.defaclobjtype, a.grantee, g.rolname ORDER BY 1;
-- report
SELECT format('%s %I.%I belongs to role %I, so %I cannot change it', kind, 'app', name,
  pg_get_userbyid(owner), 'app_owner')
FROM (SELECT CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind, relname AS name,
  relowner AS owner FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app') AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
 UNION ALL SELECT 'function', proname, proowner FROM pg_proc WHERE pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'app')) o
WHERE owner <> (SELECT oid FROM pg_roles WHERE rolname = 'app_owner') ORDER BY 1;
-- report
SELECT DISTINCT format('role %I is a member of role %I', m.rolname, g.rolname)
 || CASE WHEN x.admin_option THEN ' and may let others in' ELSE '' END
FROM pg_auth_members x JOIN pg_roles g ON g.oid = x.roleid JOIN pg_roles m ON m.oid = x.member
WHERE (g.rolname IN ('app_owner', 'app_rw', 'app_ro', 'app_owner_login', 'app_rw_login', 'app_ro_login') OR m.rolname IN ('app_owner', 'app_rw', 'app_ro', 'app_owner_login', 'app_rw_login', 'app_ro_login')) AND NOT m.rolsuper AND m.rolname <> current_user
 AND (x.admin_option OR (g.rolname, m.rolname) NOT IN (('app_owner', 'app_owner_login'), ('rds_iam', 'app_owner_login'), ('app_rw', 'app_rw_login'), ('rds_iam', 'app_rw_login'), ('app_ro', 'app_ro_login'), ('rds_iam', 'app_ro_login'))) ORDER BY 1;
