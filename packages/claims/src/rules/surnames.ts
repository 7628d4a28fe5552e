const names = `
adams aguilar alexander allen alvarez anderson andrews armstrong arnold austin bailey baker barnes bell bennett black boyd bradley brooks brown bryant burns butler
campbell carlson carpenter carroll carter castillo castro chavez chen chang clark cohen cole coleman collins cook cooper cox crawford cruz cunningham
daniels davis dean delgado diaz dixon doe duncan dunn edwards elliott ellis estrada evans ferguson fernandez fisher flores ford foster fowler fox franklin freeman fuller
garcia gardner garrett garza gibson gilbert gomez gonzales gonzalez gordon graham grant gray green greene griffin guerrero gupta gutierrez guzman
hall hamilton hansen hanson harper harris harrison hart harvey hawkins hayes henderson henry hernandez herrera hicks hill hoffman holmes howard howell hudson hughes hunt hunter
jackson jacobs james jenkins jensen jimenez johnson johnston jones jordan kelley kelly kennedy khan kim king knight kumar
larson lawrence lawson lee leonard lewis li lin little liu long lopez lynch marshall martin martinez mason matthews medina mendez mendoza meyer miller mills mitchell montgomery moore morales moreno morgan morris morrison munoz murphy murray myers
nelson newman nguyen nichols obrien oconnor oliver olson ortega ortiz owens palmer park parker patel patterson payne perez perkins perry peters peterson pham phillips pierce porter powell price
ramirez ramos ray reed reid reyes reynolds rice richards richardson riley rios rivera robertson robinson rodriguez rogers romero rose ross ruiz russell ryan
salazar sanchez sanders sandoval santiago santos schmidt schneider schultz scott shah sharma shaw silva simmons simpson sims singh smith snyder soto spencer stephens stevens stewart stone sullivan
taylor thomas thompson torres tran tucker turner valdez vargas vasquez vega wagner walker wallace walsh wang ward warren washington watkins watson weaver webb weber welch wells west wheeler white williams williamson willis wilson wood woods wright wu yang young zhang
`;

/** Common surnames (lower case, no accents or apostrophes), from everyday knowledge of names in the United States. */
export const surnames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Surnames that are ordinary words too; in running text they count only beside a given name. */
export const wordLikeSurnames: ReadonlySet<string> = new Set(
  "bell black brown carpenter cook fisher ford fox freeman gardner grant gray green hall hill hunt hunter king knight little long mason mills park price ray rice rose stone ward wells west white wood woods young".split(
    " ",
  ),
);
