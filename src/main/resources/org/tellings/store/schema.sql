create table fact (name text primary key, value text not null) strict, without rowid;
create table article (
  number integer primary key, id text not null unique, file text not null, title text not null,
  byline text not null, outlet text not null, published text, published_rule text, updated text,
  updated_rule text, captured text, captured_rule text, url text not null, language text not null, sha256 text not null,
  present integer not null, words integer not null, characters integer not null,
  parts_removed integer not null, found text not null) strict;
create table content (
  article integer primary key references article (number), text text not null,
  removed text not null, machine text not null) strict;
create table decision (
  article text not null references article (id), kind text not null, start integer not null,
  "end" integer not null, state text not null, body text not null, coder text not null,
  machine integer not null,
  primary key (article, kind, start, "end")) strict, without rowid;
create table note (id text primary key, text text not null) strict, without rowid;
create table journal (
  number integer primary key, at text not null, coder text not null, words text not null,
  edit text not null, undone integer not null) strict;
create table intake (
  ordinal integer primary key, path text not null unique, outcome text not null, bytes integer not null,
  article text, characters integer not null, rule text not null, reason text not null) strict;
create table touched (
  finding text not null, number integer not null references journal (number),
  primary key (finding, number)) strict, without rowid;
create index touched_by on touched (number);
create table original (
  sha256 text not null, article text not null, name text not null, pack text not null,
  primary key (sha256, article)) strict, without rowid;
create index original_of on original (article);
create table code (
  id text primary key, name text not null, key integer not null, place integer not null,
  use text not null, colour text not null, definition text not null, when_to text not null,
  when_not text not null, examples text not null, memo text not null) strict, without rowid;
create table coded (
  id text not null, code text not null, coder text not null, version integer not null,
  primary key (id, code, coder))
  strict, without rowid;
create index coded_as on coded (code);
create table codebook (version integer primary key, codes text not null) strict;
create table coder (name text primary key) strict, without rowid;
create table finished (
  article text not null, coder text not null, primary key (article, coder)) strict, without rowid;
create table settled (
  id text not null, code text not null, start integer, "end" integer, coder text not null,
  reason text not null, primary key (id, code)) strict, without rowid;
create table tie (one text not null, other text not null, same integer not null, primary key (one, other))
  strict, without rowid;
create table label (id text primary key, text text not null) strict, without rowid;
create table timing (id text primary key, value text not null) strict, without rowid;
create table dismissal (id text primary key, reason text not null) strict, without rowid;
create table past (
  number integer primary key, at text not null, coder text not null, words text not null,
  edit text not null) strict;
create table moment (
  number integer primary key, at text not null, did text not null, step integer not null,
  past integer references past (number), point integer not null) strict;
create index moment_of on moment (step);
create table waiting (
  id text primary key, source text not null, why text not null, words text not null,
  body text not null) strict, without rowid;
pragma user_version = 9;
