-- Dead letters go when nobody has touched them for long.
create index dead_letters_by_age on dead_letters (at);
grant delete on dead_letters to :runtime;
