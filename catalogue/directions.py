"""This file is the table of right-to-left scripts and languages.

Made by tools/directions.py from likelySubtags and scriptMetadata of CLDR 48.2.0 (npm cldr-core).
Do not edit it: `make directions` writes it anew, and a test compares. A language stands here when
its likely script is written from right to left; `sd-IN`-like pairs are where a region writes otherwise.
"""

RTL_SCRIPTS = frozenset(
    """
    Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo
    Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Thaa Yezi
    """.split()
)

RTL_LANGUAGES = frozenset(
    """
    aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars ary arz
    ask atn auj auz avd avl ayh ayl ayn ayp az-IQ az-IR azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh
    brk bsh bsk chg cja ckb clh czk dcc def deh dgl dmk dml dv ecy esh fa fay faz fia fub gbz ggg gha ghr gig
    gjk gju glh glk grr gwc gwf gwt gzi ha-CM ha-SD hac haz hbo he hkh hnd hno hoh hrt hrz hss huy isk itk iw
    jad jat jbe jbn jdg ji jnd jog jpa jpr jrb jye kbu kby kcy kfm khw kk-AF kk-CN kk-IR kk-MN klj kmz kqd ks
    ktl ku-IQ ku-IR ku-LB kvx kxp ky-CN lad lah lhs lki lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj
    mid mki mnj ms-CC mve mvy myz mzb mzn nli nlm nqo ntz nyq oar obm odk oru ota otk oui pa-PK pal pbt pgd phl
    phn phr phv plk prc prd prx ps psh psi pst qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr sgy shd
    shm shu shv siy siz skr smp smy sog sqo sqt srh srz ssh sts swb syc syn syr tg-PK tjo tks tmr tov tra trg
    trm trw ug ur ush uz-AF uzs vaf vgr vmh wbk wlo wne wni wsv xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr
    xsa xsd xvi ydg yhd yi yih yud zba zdj zrp zum
    """.split()
)

LTR_EXCEPTIONS = frozenset(
    """
    mey-SN sd-IN ug-KZ ug-MN
    """.split()
)
