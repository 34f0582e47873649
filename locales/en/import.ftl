## Referrals from a file: bringing it

import-title = Referrals from a file
import-intro = Bring the file your own system exports. Nothing is taken in before you have looked at it.
import-what = A table with one row for each person: CSV, Excel or OpenDocument, up to 200 MB as CSV and 20 MB as a spreadsheet.
import-who-sees = Only you see the file. It is sealed here and deleted after seven days.
import-choose = File
import-choose-hint = The first row says what each column holds.
import-send = Look at the file
import-none = You have not brought a file yet.
import-before = Files you have brought
import-line = { $site }, { $when }
import-stage-loading = On its way
import-stage-ready = To look at
import-stage-storing = Being taken in
import-stage-stored = Taken in
import-stage-undone = Taken back

## Looking at it

import-look-title = Look before anything is taken in
import-rows = Rows
import-families = Families
import-families-in = Families that can come in
import-families-out = Families that stay out
import-rows-out = Rows that stay out
import-blank = Blank rows, left out
import-look-at = Things to look at
import-take = Take { $families } in
import-families-count = { $n ->
    [one] { NUMBER($n) } family
   *[other] { NUMBER($n) } families
}
import-take-hint = Families that stay out are not changed. Put their rows right in your own system, or in the file below, and bring it again: nobody comes in twice.
import-nothing-to-take = No family of this file can come in yet. The rows below say what to put right.
import-discard = Throw the file away
import-discarded = The file is thrown away. Nothing of it was taken in.
import-rows-file = Download the rows that stay out
import-problems-title = What to look at
import-problems-caption = What to look at, row by row
import-no-problems = Nothing needs a second look.
import-column-row = Row
import-column-column = Column
import-column-value = What stands there
import-column-what = What to do
import-column-family = The family
import-keeps-out = keeps the family out
import-let-in = comes in
import-page = Lines { NUMBER($from) } to { NUMBER($to) } of { NUMBER($all) }
import-columns-title = What the columns hold
import-columns-hint = We guessed from the headings. Put right what is wrong; it is remembered for the next file of this area.
import-column-unread = Not read
import-column-of = Column “{ $heading }”
import-column-example = For example: { $values }
import-columns-send = Read the file like this
import-columns-saved = The columns are kept. The file was read again.
import-unmapped = Columns that are not read: { $columns }
import-problem-twice = { $field }: choose one column only
import-problem-missing = Choose which column holds: { $fields }

## What a column holds

import-field-person-id = Person’s number
import-field-forename = First name
import-field-surname = Last name
import-field-known-as = Name they are known by
import-field-birth = Date of birth
import-field-sex = Sex: compared, not kept
import-field-relationship = Relationship to the children
import-field-family = Family’s number
import-field-address = Address
import-field-postcode = Postcode
import-field-language = Preferred language
import-field-interpreter = Interpreter
import-field-referral-day = Date of referral
import-field-reason = Reason for referral
import-field-needs = Areas of need
import-field-worker = Social worker
import-field-worker-email = Social worker’s e-mail
import-field-consent = Agreement to take part
import-field-safe-to-call = Safe to call
import-field-going-well = What is going well, notes

## Taking it in, and taking it back

import-storing-title = The families are being taken in
import-storing-line = { NUMBER($done) } of { NUMBER($all) }
import-storing-hint = You can leave this page and come back.
import-stuck = It has stopped. Nothing is lost: go on where it was.
import-go-on = Go on
import-stored-title = The file is taken in
import-taken-in = Families taken in
import-known = Families that were here already
import-stored-next = They are with the other referrals, to be decided.
import-undo = Take it back
import-undo-hint = Every family that came in with this file is deleted, with its key. This works until something is decided, written or told for one of them.
import-undone = Taken back. Nothing of the file is left but who brought it and when.
import-undo-built-on = It cannot be taken back any more: something was done for { $families }.
import-file-gone = The file itself was deleted after seven days.
import-busy = Another file is being read. Try again in a minute.
import-worker-named = Social worker named in the file

## Files that cannot be read

import-file-none = Choose a file
import-file-empty = There are no rows in this file
import-file-not-a-table = This is not a table we can read. Save it as CSV or Excel and bring it again
import-file-columns = This file has more than { NUMBER($max) } columns. Export only what a referral needs
import-file-rows = This file has more than { NUMBER($max) } rows. Split it into smaller files
import-file-row-without-end = Row { NUMBER($row) } does not end: a quotation mark opens and does not close
import-file-large = This file is too large: up to { NUMBER($megabytes) } MB fit
import-file-sheet = This spreadsheet cannot be opened. If it has a password, save it without one

## What is wrong in a row, and what to do

import-fault-short-row = The row has { NUMBER($cells) } cells, there are { NUMBER($columns) } columns. Fill the row in.
import-fault-long-row = The row has { NUMBER($cells) } cells, there are { NUMBER($columns) } columns. Put quotation marks round a cell with a comma in it.
import-fault-no-family = The row does not say which family it belongs to. Write the family’s number.
import-fault-no-family-like = The row does not say which family it belongs to. The same person stands in row { NUMBER($row) }: write that family’s number, or delete this row.
import-fault-day-unreadable = This is not a date. Write it as 27/03/2015.
import-fault-day-two-digit-year = Write the year with four figures.
import-fault-day-no-such-month = There is no such month. Check the date.
import-fault-day-no-such-day = There is no such day. Check the date.
import-fault-day-year-out-of-range = The year cannot be right. Check the date.
import-fault-birth-in-future = The date of birth is in the future. For a baby not born yet write expected 03/2027, with the month.
import-fault-birth-too-far-ahead = A baby is expected within a year. Check the date.
import-fault-expected-in-past = The baby was expected before today. Write the date of birth, or a later month.
import-fault-referral-in-future = The referral is dated after today. Check the date.
import-fault-referral-too-long-ago = The referral is dated before there was a programme. Check the date.
import-fault-too-long = There are too many characters: up to { NUMBER($max) } fit.
import-fault-no-child = Nobody in this family is a child. Check the relationship in each row.
import-fault-too-many-people = A referral can name up to { NUMBER($max) } people. Check the family’s number in its rows.
import-fault-too-many-homes = A referral can name up to { NUMBER($max) } homes. Check the addresses.
import-fault-unborn-adult = An adult cannot be expected to be born. Check the relationship and the date.
import-fault-family = This family cannot be referred as it stands. Check its rows.
import-fault-relationship-not-known = We do not know this word. Write child, mother, grandfather or the like.
import-fault-relationship-missing = There is no relationship. Write child, mother, grandfather or the like.
import-fault-relationship-not-known-adult = We do not know this word. The person is 18 or over and is taken for an adult.
import-fault-relationship-missing-adult = There is no relationship. The person is 18 or over and is taken for an adult.
import-fault-birth-missing = There is no date of birth. Add it when you know it.
import-fault-born-long-ago = Longer ago than anybody lives. Check the date.
import-fault-grown-child = This makes a child of 18 or over. Check the date and the relationship.
import-fault-forename-missing = There is no first name. Add it when you know it.
import-fault-same-row = The same as row { NUMBER($row) }, cell for cell. It is taken once.
import-fault-same-person = The same person seems to stand in row { NUMBER($row) }. Both come in: look, and join them afterwards.
import-fault-same-id = The same person’s number as in row { NUMBER($row) }, with other details. Check which is right.
import-fault-same-family = The same family seems to stand from row { NUMBER($row) } under another number. Both come in: look, and join them afterwards.
import-fault-differs = Not the same as in row { NUMBER($row) } of this family. The earliest date and the first social worker are used.
import-fault-sex-against-relationship = This does not go with the relationship. Check the row. Sex is not kept.
import-fault-parent-years = Less than twelve years older than the child in row { NUMBER($row) }. Check both dates of birth.
import-fault-postcode-missing = There is an address without a postcode. Add it when you know it.
import-fault-postcode-foreign = Not a postcode of the United Kingdom. It is kept as it is written.
import-fault-language-not-known = We do not know this language. It is kept with what helps to understand and be understood.
import-fault-referral-day-missing = There is no date of referral. Today is used.
import-fault-reason-missing = There is no reason for this child. Ask, and add it.
import-fault-reason-not-known = We do not know this reason. It is kept with what worries people.
import-fault-reason-of-adult = A reason belongs to a child. An adult’s is not kept.
import-fault-mixed-reasons = Children of this family have different reasons. Each keeps their own.
import-fault-need-other = “Other” does not say what would help. Ask the family.
import-fault-need-not-known = Not one of the nine areas of need. It is kept with what worries people.
import-fault-email-odd = This cannot be an e-mail address. Check it.
import-fault-consent-not-given = They did not agree to take part. Ask why, and write it down in their words.
import-fault-consent-not-known = We do not understand this answer. It is kept with what worries people, and agreement as not asked.
