dates-monday = Monday
dates-tuesday = Tuesday
dates-wednesday = Wednesday
dates-thursday = Thursday
dates-friday = Friday
dates-saturday = Saturday
dates-sunday = Sunday
dates-on-monday = on Monday
dates-on-tuesday = on Tuesday
dates-on-wednesday = on Wednesday
dates-on-thursday = on Thursday
dates-on-friday = on Friday
dates-on-saturday = on Saturday
dates-on-sunday = on Sunday
dates-january = January
dates-february = February
dates-march = March
dates-april = April
dates-may = May
dates-june = June
dates-july = July
dates-august = August
dates-september = September
dates-october = October
dates-november = November
dates-december = December
dates-day = { $weekday } { $day } { $month } { $year }
dates-on-day = { $weekday } { $day } { $month } { $year }
dates-day-short = { $day } { $month } { $year }
dates-month-year = { $month } { $year }
dates-day-time = { $day }, { $time }
dates-morning = { $clock }am
dates-afternoon = { $clock }pm
dates-midday = midday
dates-midnight = midnight
dates-today = Today
dates-tomorrow = Tomorrow
dates-yesterday = Yesterday
dates-from = From { $day-short }
dates-until = Until { $day-short }
dates-since = Since { $day-short }
dates-range = { $from-short } to { $to-short }
dates-ago-days =
    { $n ->
        [0] today
        [one] yesterday
       *[other] { $n } days ago
    }
dates-in-days =
    { $n ->
        [0] today
        [one] tomorrow
       *[other] in { $n } days
    }
dates-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
dates-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
dates-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
dates-weeks =
    { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }
dates-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
dates-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
dates-age-years = aged { NUMBER($n) }
dates-age-months =
    { $n ->
        [one] { $n } month old
       *[other] { $n } months old
    }
