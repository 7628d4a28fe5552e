const names = `
aaron abigail adam adrian agnes ahmed aidan aisha alan albert alejandro alex alexander alexandra alexis alfred ali alice alicia alison allison alyssa
amanda amber amelia amir amy ana andre andrea andrew angel angela angelica anita ann anna anne annette annie anthony antonio april arthur ashley audrey austin ava
barbara barry beatrice benjamin bernard bernice beth betty beverly bob bobby bonnie brad bradley brandon brandy brenda brent brett brian brianna brittany brooke bruce bryan
caleb calvin cameron carl carla carlos carmen carol caroline carolyn carrie catherine cathy chad charlene charles charlotte chelsea cheryl chloe chris christian christina christine christopher cindy clara clarence claire claude clifford cody colin colleen connie connor courtney craig crystal curtis cynthia
daisy dale dan dana daniel danielle danny darlene darren darryl dave david dawn dean deborah debra delores denise dennis derek derrick diana diane dolores don donald donna doris dorothy doug douglas drew duane dustin dylan
earl eddie edgar edith edna eduardo edward edwin eileen elaine eleanor elena elijah elizabeth ella ellen elsie emily emma eric erica erik erika erin ernest esther ethan ethel eugene eva evan evelyn
faith fatima felicia felix fernando florence frances francis francisco frank fred freddie frederick gabriel gabriela gabrielle gail gary gavin gene george gerald geraldine gilbert gina gladys glen glenda glenn gloria gordon grace greg gregory gustavo guy gwendolyn
hannah harold harriet harry harvey hassan hazel heather hector heidi helen henry herbert herman holly howard hugh hugo ian ida irene irma isaac isabel isabella ivan
jack jackie jacob jacqueline jaime jake james jamie jan jane janet janice jared jasmine jason javier jay jean jeanette jeanne jeff jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy jo joan joann joanna joanne joe joel john johnny jon jonathan jordan jorge jose joseph josephine joshua joyce juan juanita judith judy julia julian julie june justin
kaitlyn karen karl kate katelyn katherine kathleen kathryn kathy katie kayla keith kelly kelsey ken kenneth kevin kim kimberly kirk kristen kristin kristina kurt kyle
lance larry laura lauren laurie lawrence leah lee leo leon leonard leroy leslie lester lewis liam lillian lily linda lindsay lindsey lisa lloyd logan lois lori lorraine louis louise lucas lucille lucy luis luke luz lydia lynn
mabel madison manuel marcia marcus margaret maria mariah marian marie marilyn mario marion marjorie mark marlene marsha marshall martha martin marvin mary mason matthew maureen maurice max maxine megan mei melanie melinda melissa melvin mercedes mia michael michele michelle miguel mike mildred milton mindy minnie miranda misty mitchell mohamed mohammed molly monica morgan muhammad myrtle
nancy naomi natalie natasha nathan nathaniel neil nellie nicholas nicole nina noah noel nora norma norman oliver olivia omar oscar owen
paige pam pamela patricia patrick patsy patty paul paula pauline pearl pedro peggy penny perry peter phil philip phillip phyllis priya
rachel rafael raj ralph ramon ramona randall randy raul ray raymond rebecca regina renee ricardo richard rick ricky rita robert roberta roberto robin rodney roger roland ron ronald rosa rosemary rose ross roy ruben ruby russell ruth ryan
sally salvador sam samantha samuel sandra sandy sara sarah scott sean sergio seth shane shannon sharon shaun shawn sheila shelby shelly sherri sherry shirley sidney sierra sofia sonia sophia stacey stacy stanley stella stephanie stephen steve steven stuart sue susan suzanne sydney sylvia
tamara tammy tanya tara taylor ted teresa terri terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tonya tracy travis trevor tricia tyler
valerie vanessa vera vernon veronica vicki victor victoria vincent viola violet virginia vivian wade wallace walter wanda warren wayne wendy wesley willard william willie wilma xavier yolanda yvette yvonne zachary zoe
aaliyah abdul abdullah adriana agnieszka alejandra amina anh anjali arjun ayesha barack beatriz bilal bjorn camila carmela catalina cecilia
chidi chinwe claudia dariusz deepak demetrius deshawn dmitri ebony emeka emilio enrique esperanza fatou feng francesca giovanni giuseppe
graciela guadalupe guillermo hiroshi hong hussein ibrahim igor imani ines ingrid ivana jamal javon jing joaquin kareem katarzyna keisha kenji
khadija krzysztof lakisha lamar latisha latoya leticia lourdes luisa magdalena malik marisol mehmet miguelina minh mikhail mohammad nadia
natalia nikolai nguyet olga oksana omari pablo pavel pieter pierre piotr priscilla rafaela rahul rajesh ramesh raquel rashid rocio rodrigo
rosario sanjay santiago sergei shaniqua shanice silvia sunita suresh svetlana tamika tatiana thi tomasz trang tuan tyrone vladimir wei xiao
xiomara xochitl yadira yasmin yesenia yuki yusuf zainab
abel adele adolfo agustin alexa alfonso alfredo allan alma alton alvin amos annabelle antoinette ariana arlene armando arnold arturo barrett
bernadette bernardo bert bessie bianca blanche boris bret bryce burt byron camille candace candice carey carlton carmine casey cassandra
cecil cedric celeste celia chester clark clayton clifton clinton constance cora corey cory cyril damon darla darnell darrell daryl deanna
debbie delbert delia della denny desiree dewey dexter dominic dominick dora doreen dwayne dwight effie elias elisa elliot elmer eloise elvira
ernestine ervin ester estelle eula eunice fannie felipe floyd forrest franklin fredrick freddy garrett garry genevieve geoffrey gerard
gertrude gilberto giselle greta gregorio guido harriett hattie henrietta hilda homer horace horacio hubert ignacio inez irvin irving isaiah
ismael janelle janie janis jasper jeannette jed jerald jeannie jodi jodie jody johanna johnnie jolene josefina josie jovan judah justine kara
karla kari karina kay kayleigh keri kerry kirsten krista kristy lana leland lenora leona leonardo lila lionel lola lolita lonnie lorena
lorenzo loretta lowell lucia luther lyle lynda mae malcolm mandy marcella marcelo marco marcos marguerite maribel marisa marissa marlon marta
marva mathew mattie maude mavis maximilian maynard melba melisa meredith merle micah micheal mikayla millie minerva miriam mona monique moses
muriel myra myron nadine nelson nettie nichole nolan norberto octavio olive ollie orville oswald otis patti percy phoebe preston quentin
quincy ramiro randal raymundo reggie reginald reinaldo rene rhonda rochelle roderick rodolfo rogelio ronnie roosevelt rosalie rosalind
rosemarie roxanne rudy rufus sabrina salvatore sasha saul selena seymour sheldon sheri sherman silas simon sonja spencer stefan stefanie
stephan susana susie tabitha tanner tasha teri thaddeus toby tomas toni tonia traci trey trina trisha trudy ursula valeria velma verna vince
violeta virgil vivienne warner wilbert wilbur wilfred willa winifred winston zachariah zachery zelda
`;

/** Common given names (lower case, no accents), from everyday knowledge of names in the United States. */
export const givenNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Given names that are ordinary words too; alone they prove nothing in running text. */
export const wordLikeNames: ReadonlySet<string> = new Set(
  "alma angel april art austin brandy brooke christian crystal daisy dale dawn dean drew earl faith gene grace guy hazel holly jack jay jean jo june lance lee lily mark mason max misty morgan pat pearl penny ray olive rose ruby sandy sierra violet virginia wade warner".split(
    " ",
  ),
);
