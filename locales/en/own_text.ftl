## What somebody wrote themselves, after their work with the family has ended

own-text-title = What you wrote
own-text-intro = Your work with these families has ended. For { NUMBER($n) } days after your last day you can still read what you wrote yourself, and nothing else of the record.
own-text-until = Open to you until { $day }
own-text-none = Nothing of yours is here now
own-text-none-more = When your work with a family ends, what you wrote yourself stays open to you for a while.
