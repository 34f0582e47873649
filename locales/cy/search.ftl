## Finding visits

search-visits-title = Dod o hyd i ymweliad
search-visits-intro = Yn ôl diwrnod, math o gymorth, gofalwr maeth a theulu.
search-visits-sealed = Mae’r hyn a ysgrifennwyd am ymweliadau wedi’i selio, un teulu ar y tro, felly ni all neb chwilio drwyddo. Agorwch y teulu i ddarllen.
search-family = Enw rhywun yn y teulu
search-family-hint = Mae dechrau enw yn ddigon.
search-carer = Gofalwr maeth
search-carer-hint = Y teuluoedd y maen nhw’n eu cefnogi neu roedden nhw’n eu cefnogi, yn y cyfnod hwnnw. Enw uchod sy’n dod gyntaf.
search-kind = Math o gymorth
search-any = Unrhyw un
search-from = O
search-to = Hyd at
search-period = O { $from } i { $to }
search-none = Dim ymweliad wedi’i ganfod. { $period }
search-caption = Ymweliadau, y diweddaraf yn gyntaf
search-when = Pryd
search-by = Pwy a ysgrifennodd neu a drefnodd
search-state = Beth ddaeth ohono
search-minutes = Munudau
search-stage-done = Digwyddodd
search-stage-planned = Wedi’i drefnu
search-stage-cancelled = Wedi’i ganslo
search-stage-missed = Heb ddigwydd
search-problem-order = Mae’r diwrnod olaf cyn y cyntaf
