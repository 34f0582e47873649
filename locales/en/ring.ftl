## Numbers to ring, by the clock

ring-danger-button = In danger now? Ring 999
ring-none = No numbers have been set for this area yet. In danger, ring 999. Otherwise ring the authority’s main number and ask for the duty team.
ring-none-now = None of the numbers set is answered at this hour. In danger, ring 999.
ring-others = Numbers for other hours
ring-days-every = Every day
ring-days-week = Monday to Friday
ring-days-weekend = Saturday and Sunday
ring-hours = { $days }, { $from } to { $to }
ring-hours-all = { $days }, at any hour
ring-set-title = Numbers to ring: { $site }
ring-set-title-all = Numbers to ring
ring-set-intro = People see these when they raise a concern or write down urgent support: first those answered at that hour, then the others. Ring each number once before you save it.
ring-set-hours = The same time twice means all day. Hours over midnight belong to the day they begin. Bank holidays are not known here: people see all the numbers then as well.
ring-set-one = Number { NUMBER($n) }
ring-set-name-en = Who answers, in English
ring-set-name-cy = Who answers, in Welsh
ring-set-number = Number
ring-set-days = On which days
ring-set-from = From
ring-set-to = Until
ring-set-to-hint = The next day, where it is not after the first time
ring-set-save = Save these numbers
ring-set-saved = The numbers are saved.
ring-problem-name = Say who answers, in both languages, in at most 80 characters
ring-problem-number = Enter a telephone number in digits
ring-problem-days = Choose on which days
