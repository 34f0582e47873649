## Yr hyn a ysgrifennodd rhywun, wedi i’w waith gyda’r teulu ddod i ben

own-text-title = Yr hyn a ysgrifennwyd gennych
own-text-intro = Mae eich gwaith gyda’r teuluoedd hyn wedi dod i ben. Am { NUMBER($n) } diwrnod ar ôl eich diwrnod olaf gallwch ddarllen yr hyn a ysgrifennwyd gennych chi, a dim byd arall o’r cofnod.
own-text-until = Ar agor i chi tan { $day }
own-text-none = Does dim o’ch gwaith chi yma nawr
own-text-none-more = Pan ddaw eich gwaith gyda theulu i ben, mae’r hyn a ysgrifennwyd gennych chi ar agor i chi am gyfnod.
