"""Words written together, with a hyphen or apart: "ceasefire", "cease-fire", "cease fire"."""

# Written apart by some and together by others, with no difference that could be heard.
OPEN_PAIRS = """
air+base air+craft air+field air+line air+lift air+port air+space air+strike air+time any+more
any+one any+thing any+where anti+tank back+yard bail+out ball+park battle+field battle+ground
birth+day black+mail block+chain border+line break+through build+up by+pass cease+fire
chair+man class+room coast+line counter+attack counter+offensive cover+up crack+down cross+fire
cyber+attack cyber+security data+base day+light dead+line death+bed down+turn drive+way e+mail
every+one every+thing every+where fire+arm fire+arms fire+fighter fire+power for+ever
front+line front+lines gun+fire gun+man hand+out hard+line head+line health+care home+land
home+work house+hold in+to land+mine law+maker law+makers life+time lock+down loop+hole
man+power market+place news+paper no+body no+one off+shore on+board on+going on+line on+to
out+break per+cent peace+keeper peace+keepers peace+time play+book pre+condition
pre+conditions press+room road+block road+map rocket+fire ship+yard some+one some+thing
some+where stand+off stand+still stock+pile stock+piles sub+marine take+over task+force
text+book time+frame time+line time+table tip+off trade+off tread+mill under+way up+hill
war+fare war+head war+plane war+ship war+time way+point web+page web+site well+being
whistle+blower work+force work+place world+wide year+long
"""
OPEN = {tuple(pair.split("+")): pair.replace("+", "") for pair in OPEN_PAIRS.split()}

# With a hyphen another word than without: to sign again is not to resign.
WITH_HYPHEN = """
recover recreate reform relay release remark represent repress resent reserve resign resort
restrain retreat recount recollect reclaim react return coop unionised unionized
"""
HYPHEN_MATTERS = frozenset(WITH_HYPHEN.split())

# Words that make another sense when one runs them together: "now here", "not able", "use less".
APART = """
a all an any as at be by can do for full here how in is it less may me more my no not now of on
or our out over so some that the this to under up way we where with you
"""
NEVER_TOGETHER = frozenset(APART.split())


def may_join(first: str, second: str, hyphenated: bool) -> bool:
    """May two words of one wording stand for one of another?"""
    if hyphenated:
        return first + second not in HYPHEN_MATTERS
    if (first, second) in OPEN or second in ("'s", "s"):
        return True
    return len(first) > 2 and len(second) > 2 and NEVER_TOGETHER.isdisjoint((first, second))
