number-thousands-mark = ,
number-decimal-mark = .
number-pounds = £{ $sum }
number-pounds-less = −£{ $sum }
number-list-mark = { ", " }
number-list =
    { $sound ->
        [vowel] { $names } and { $last }
       *[other] { $names } and { $last }
    }
number-of = { NUMBER($part) } of { NUMBER($whole) }
