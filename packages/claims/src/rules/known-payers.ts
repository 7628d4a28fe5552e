const payers = [
  "aarp", "aetna", "affinity", "aflac", "allstate", "allwell", "alohacare", "ambetter", "amerigroup", "amerihealth", "amerihealth caritas", "anthem",
  "ascension", "assurant", "avmed", "banner", "beacon", "blue cross", "blue shield", "bcbs", "bright", "capital blue", "carefirst", "caremore", "caresource",
  "centene", "champva", "cigna", "christian care", "clover", "cofinity", "community first", "connecticare", "coventry", "dean", "devoted", "elderplan", "emblem",
  "emblemhealth", "empire", "excellus", "fallon", "fidelis", "fidelis care", "florida blue", "friday", "gateway", "geha", "geisinger", "george washington",
  "guardian", "harvard pilgrim", "health net", "healthfirst", "healthspring", "highmark", "hill physicians", "horizon", "humana", "independence", "jefferson pilot",
  "john alden", "john deere", "john hancock", "john muir", "johns hopkins", "kaiser", "kaiser permanente", "l a care", "lasso", "lincoln financial", "lovelace",
  "magellan", "martins point", "mary washington", "mayo", "medica", "medicaid", "medicare", "medimpact", "meridian", "metroplus", "metlife", "molina", "moda",
  "morgan stanley", "multiplan", "mutual of omaha", "mvp", "nationwide", "optum", "optima", "oscar", "oxford", "paramount", "parkland", "paul revere", "peach state",
  "phcs", "piedmont", "preferred one", "premera", "presbyterian", "priority", "providence", "prudential", "quartz", "regence", "rocky mountain", "samaritan",
  "sanford", "scan", "scott and white", "scott white", "security", "select", "selecthealth", "sentara", "sharp", "sierra", "simply", "stanford", "state farm", "sutter", "thomas jefferson",
  "travelers", "tricare", "triwest", "truli", "tufts", "uhc", "umr", "unicare", "united", "unitedhealthcare", "upmc", "usaa", "vantage", "viva", "wellcare", "wellmark", "wellpoint",
  "wells fargo", "western", "zurich", "charles schwab", "jackson national", "jackson memorial", "henry ford", "allina", "virginia premier", "martin luther king",
];

/** Names and first words of real payers, spelled as `payerKey` does; they outrank name patterns. */
export const knownPayers: ReadonlySet<string> = new Set(payers);

const words = `
aca administration administrative administrators advantage agency alliance america american associates association assurance authority automobile auto bank behavioral benefit benefits blue
board business care center centers central charity choice city clinic clinics co comp commercial commission commonwealth community company compensation complete connect co-op cooperative coordinated corp corporation
county coverage cross dental department dept direct disability district division employee employees employers enterprise essential exchange exchanges family farm federal fidelity financial first foundation fund funds
general global gold government group guaranty health healthcare healthplan healthplans hmo holdings home hospital hospitals hospice inc indemnity independent industries insurance insurers integrated international
lab labs liability life llc llp ltd managed management marketplace medical medicare medicaid medicine member ministries mutual national network networks of office optical organization pacific partners partnership
pay pension performance permanente pharmacy physician physicians pilgrim plan plans plus point pos ppo preferred premier premium professional program programs property protection provider providers public
quality railroad regional reinsurance reliance rehab retirement risk rx savings school secure self selfpay senior service services share shield silver society solutions specialty standard state system systems
tech technologies tpa trust trustees trustmark underwriters union united universal university vision wellness welfare workers workmans world
`;

/** Words that belong to organisations; one of them is enough not to take a payer for a person. */
export const organisationWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
