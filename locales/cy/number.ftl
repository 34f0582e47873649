number-thousands-mark = ,
number-decimal-mark = .
number-pounds = £{ $sum }
number-pounds-less = −£{ $sum }
number-list-mark = { ", " }
# "ac" before a vowel, "a" before a consonant. Names never mutate.
number-list =
    { $sound ->
        [vowel] { $names } ac { $last }
       *[other] { $names } a { $last }
    }
number-of = { NUMBER($part) } o { NUMBER($whole) }
