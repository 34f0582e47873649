dates-monday = dydd Llun
dates-tuesday = dydd Mawrth
dates-wednesday = dydd Mercher
dates-thursday = dydd Iau
dates-friday = dydd Gwener
dates-saturday = dydd Sadwrn
dates-sunday = dydd Sul
dates-on-monday = ddydd Llun
dates-on-tuesday = ddydd Mawrth
dates-on-wednesday = ddydd Mercher
dates-on-thursday = ddydd Iau
dates-on-friday = ddydd Gwener
# term
dates-on-saturday = ddydd Sadwrn
dates-on-sunday = ddydd Sul
dates-january = Ionawr
dates-february = Chwefror
dates-march = Mawrth
dates-april = Ebrill
dates-may = Mai
dates-june = Mehefin
dates-july = Gorffennaf
dates-august = Awst
dates-september = Medi
dates-october = Hydref
dates-november = Tachwedd
dates-december = Rhagfyr
dates-day = { $weekday } { $day } { $month } { $year }
dates-on-day = { $weekday } { $day } { $month } { $year }
dates-day-short = { $day } { $month } { $year }
dates-month-year = { $month } { $year }
dates-day-time = { $day }, { $time }
dates-morning = { $clock }yb
dates-afternoon = { $clock }yp
dates-midday = canol dydd
dates-midnight = canol nos
# term
dates-today = Heddiw
# term
dates-tomorrow = Yfory
# term
dates-yesterday = Ddoe
# Days here have no weekday: "o" and "tan" would mutate it.
dates-from = O { $day-short } ymlaen
dates-until = Tan { $day-short }
dates-since = Ers { $day-short }
dates-range = { $from-short } tan { $to-short }
dates-ago-days =
    { $n ->
        [zero] heddiw
        [one] ddoe
        [two] { $n } ddiwrnod yn ôl
        [few] { $n } diwrnod yn ôl
        [many] { $n } diwrnod yn ôl
       *[other] { $n } diwrnod yn ôl
    }
dates-in-days =
    { $n ->
        [zero] heddiw
        [one] yfory
        [two] ymhen { $n } ddiwrnod
        [few] ymhen { $n } diwrnod
        [many] ymhen { $n } diwrnod
       *[other] ymhen { $n } diwrnod
    }
dates-minutes =
    { $n ->
        [zero] { $n } munud
        [one] { $n } munud
        [two] { $n } funud
        [few] { $n } munud
        [many] { $n } munud
       *[other] { $n } munud
    }
dates-hours =
    { $n ->
        [zero] { $n } awr
        [one] { $n } awr
        [two] { $n } awr
        [few] { $n } awr
        [many] { $n } awr
       *[other] { $n } awr
    }
dates-days =
    { $n ->
        [zero] { $n } diwrnod
        [one] { $n } diwrnod
        [two] { $n } ddiwrnod
        [few] { $n } diwrnod
        [many] { $n } diwrnod
       *[other] { $n } diwrnod
    }
dates-weeks =
    { $n ->
        [zero] { $n } wythnos
        [one] { $n } wythnos
        [two] { $n } wythnos
        [few] { $n } wythnos
        [many] { $n } wythnos
       *[other] { $n } wythnos
    }
dates-months =
    { $n ->
        [zero] { $n } mis
        [one] { $n } mis
        [two] { $n } fis
        [few] { $n } mis
        [many] { $n } mis
       *[other] { $n } mis
    }
dates-years =
    { $n ->
        [zero] { $n } o flynyddoedd
        [one] { $n } flwyddyn
        [two] { $n } flynedd
        [few] { $n } blynedd
        [4] { $n } blynedd
        [many] { $n } blynedd
       *[other] { $n } mlynedd
    }
dates-age-years = { NUMBER($n) } oed
dates-age-months =
    { $n ->
        [zero] { $n } mis oed
        [one] { $n } mis oed
        [two] { $n } fis oed
        [few] { $n } mis oed
        [many] { $n } mis oed
       *[other] { $n } mis oed
    }
