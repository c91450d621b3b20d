-- A misspelt word is answered by the words that there are (src/search/spellings.ts); a text index can not be asked for them.
create table search_word (word text collate "C" primary key);
comment on table search_word is 'local. Words of Latin letters that stand or stood in the search index; rebuilt with it.';
comment on column search_word.word is 'As the index has it: lower case, without accents and plural ending.';
insert into search_word
  select distinct ltrim(word, '~') from ts_stat('select words from search_entry') where word ~ '^~?[a-z]{4,20}$';
grant select, insert on search_word to guiju_server;
