"""Words that the two sides of the Atlantic spell differently, British first.

Only spellings of one word: "whilst" and "while" are two words, and a hearer can tell them apart.
"""

# Words as they stand; their plural in -s goes with them.
BRITISH_AMERICAN = """
abridgement/abridgment acknowledgement/acknowledgment adaptor/adapter adviser/advisor
aesthete/esthete aesthetic/esthetic afterwards/afterward ageing/aging aluminium/aluminum
anaesthesia/anesthesia anaesthetic/anesthetic annexe/annex appal/appall
archaeological/archeological archaeologist/archeologist archaeology/archeology artefact/artifact
axe/ax backwards/backward behove/behoove benefitted/benefited benefitting/benefiting
biassed/biased burnt/burned caesarean/cesarean cheque/check chequer/checker chequered/checkered
connexion/connection cosier/cozier cosiest/coziest cosily/cozily cosy/cozy councillor/councilor
counsellor/counselor defence/defense defenceless/defenseless despatch/dispatch
despatched/dispatched disc/disk distil/distill doughnut/donut downwards/downward draught/draft
draughty/drafty dreamt/dreamed enquire/inquire enquired/inquired enquirer/inquirer
enquiries/inquiries enquiring/inquiring enquiry/inquiry enrol/enroll enrolment/enrollment
enthral/enthrall flautist/flutist focussed/focused focusses/focuses focussing/focusing
forwards/forward fulfil/fulfill fulfilment/fulfillment furore/furor gaol/jail gaoled/jailed
gaoler/jailer gramme/gram grey/gray greyed/grayed greyer/grayer greying/graying greyish/grayish
inflexion/inflection instalment/installment instil/instill inwards/inward jewellery/jewelry
judgement/judgment judgemental/judgmental kerb/curb kerbside/curbside kidnaped/kidnapped
kidnaper/kidnapper kidnaping/kidnapping kilogramme/kilogram knelt/kneeled leant/leaned
leapt/leaped learnt/learned licence/license likeable/likable liveable/livable lodgement/lodgment
loveable/lovable manoeuvrable/maneuverable manoeuvre/maneuver manoeuvred/maneuvered
manoeuvring/maneuvering marvellous/marvelous marvellously/marvelously mediaeval/medieval
mollusc/mollusk mould/mold moulded/molded moulding/molding mouldy/moldy moult/molt
moustache/mustache moveable/movable offence/offense okay/ok omelette/omelet onwards/onward
outwards/outward paralyse/paralyze pedlar/peddler plough/plow ploughed/plowed ploughing/plowing
practise/practice practised/practiced practising/practicing pretence/pretense programme/program
programmes/programs pyjama/pajama racquet/racket rateable/ratable saleable/salable sceptic/skeptic
sceptical/skeptical sceptically/skeptically scepticism/skepticism sizeable/sizable
skilful/skillful skilfully/skillfully smelt/smelled smoulder/smolder smouldered/smoldered
smouldering/smoldering specialities/specialties speciality/specialty spelt/spelled spilt/spilled
spoilt/spoiled storey/story storeys/stories sulphate/sulfate sulphide/sulfide sulphur/sulfur
sulphuric/sulfuric towards/toward tranquillity/tranquility transhipment/transshipment tsar/czar
tyre/tire tzar/czar unshakeable/unshakable unskilful/unskillful upwards/upward useable/usable
waggon/wagon whiskies/whiskeys whisky/whiskey wilful/willful wilfully/willfully woollen/woolen
yoghourt/yogurt yoghurt/yogurt
"""
PAIRS = dict(pair.split("/") for pair in BRITISH_AMERICAN.split())

# -our, -or. Wherever one of these stands in a word: "unfavourable", "watercolour".
OUR_WORDS = """
ardour armour behaviour belabour candour clamour colour demeanour discolour enamour endeavour
favour fervour flavour glamour harbour honour humour labour misdemeanour neighbour odour parlour
rancour rigour rumour saviour savour splendour succour tumour valour vapour vigour
"""
OUR = OUR_WORDS.split()

# -re, -er. At the end of a word, so that "kilometre" goes with "metre".
RE_WORDS = """
calibre centre fibre litre lustre meagre metre mitre ochre sabre sepulchre sombre spectre theatre
"""
RE = RE_WORDS.split()

# -ogue, -og.
OGUE_WORDS = """
analogue catalogue dialogue epilogue homologue monologue prologue travelogue
"""
OGUE = OGUE_WORDS.split()

# Verbs whose last l is doubled in Britain before -ed, -ing, -er.
DOUBLED_WORDS = """
apparel barrel bedevil bevel cancel carol channel chisel counsel cudgel dial dishevel drivel duel
enamel equal fuel funnel gambol gravel grovel initial jewel kennel label level libel marshal
marvel medal metal model panel parcel pedal pencil pummel quarrel ravel refuel revel rival shovel
shrivel signal snivel spiral squirrel stencil swivel symbol total towel trammel travel trial
trowel tunnel unravel yodel
"""
DOUBLED = DOUBLED_WORDS.split()

# Greek and Latin vowels, wherever they stand in a word.
VOWELS = {
    "aemi": "emi",
    "anaesth": "anesth",
    "diarrhoea": "diarrhea",
    "faec": "fec",
    "foet": "fet",
    "gynaec": "gynec",
    "haemat": "hemat",
    "haemo": "hemo",
    "oesoph": "esoph",
    "oestro": "estro",
    "orthopaed": "orthoped",
    "paediatr": "pediatr",
    "paedoph": "pedoph",
    "encyclopaed": "encycloped",
    "homoeopath": "homeopath",
}

# Verbs in -yse, as their stems end.
YSE = ("analys", "catalys", "dialys", "electrolys", "hydrolys", "paralys")

# What is left of words in -ise that nobody writes with a z.
STEMS_BEFORE_S = """
adv advert appr ar cer chast chem circumc compr comprom conc dem desp dev disfranch enfranch
enterpr exc exerc expert franch improv inc marqu merchand moonr mort parad prec prem prom rem repr
rev sunr superv surm surpr telev treat upr val
"""
NEVER_Z = frozenset(STEMS_BEFORE_S.split())
