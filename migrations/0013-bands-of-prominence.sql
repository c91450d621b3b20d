-- Entries are found by how prominent they are in the text index itself (src/search/bands.ts): one word for each width of band.
update search_entry set words = words || array_to_tsvector(array[
  '@p128:' || least(1023, greatest(0, prominence)) / 128, '@p32:' || least(1023, greatest(0, prominence)) / 32,
  '@p8:' || least(1023, greatest(0, prominence)) / 8]);
update search_sample set words = words || array_to_tsvector(array[
  '@p128:' || least(1023, greatest(0, prominence)) / 128, '@p32:' || least(1023, greatest(0, prominence)) / 32,
  '@p8:' || least(1023, greatest(0, prominence)) / 8]);
