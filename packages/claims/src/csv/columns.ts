/** Kinds of cell content; `phi` columns are sealed before they reach a table. */
export type ColumnKind = "text" | "code" | "codes" | "date" | "amount" | "count" | "outcome" | "yesno" | "phi";

type ColumnSpec = { need: "required" | "optional"; kind: ColumnKind; max: number; synonyms: readonly string[] };

/** `synonyms`: other header names, normalised, with spaces between. */
const spec = (need: ColumnSpec["need"], kind: ColumnKind, max: number, synonyms = ""): ColumnSpec => ({
  need,
  kind,
  max,
  synonyms: synonyms === "" ? [] : synonyms.split(" "),
});

/** The columns of a claim file: need, kind, longest cell in characters, and other header names in normalised spelling. */
export const columnSpecs = {
  payer: spec(
    "required",
    "text",
    255,
    "payername payor payorname insurance insurancename insurer insurancecompany carrier carriername healthplan primarypayer primaryinsurance",
  ),
  cpt: spec("required", "code", 64, "cptcode procedure procedurecode proc proccode hcpcs hcpcscode cpthcpcs cptcodes servicecode hcpcscd"),
  submitted_date: spec(
    "required",
    "date",
    64,
    "submitteddt datesubmitted submissiondate submitdate submitted submittedon claimdate billeddate datebilled billdate claimsubmitted claimsubmitteddate claimsubmissiondate filingdate sentdate",
  ),
  outcome: spec(
    "required",
    "outcome",
    64,
    "status stat claimstatus decision result claimoutcome adjudicationstatus disposition statusdescription",
  ),
  decided_date: spec(
    "required",
    "date",
    64,
    "decideddt datedecided decisiondate decided decidedon adjudicationdate adjudicateddate dateadjudicated remitdate remittancedate eradate processeddate dateprocessed processdate responsedate",
  ),
  claim_id: spec("optional", "code", 64, "claimno claimnumber claimnum claim claimref claimreference claimcontrolnumber icn tcn pcn dcn"),
  line_number: spec("optional", "code", 32, "line lineno linenum claimline claimlinenumber serviceline servicelinenumber lineitem"),
  billed_amount: spec(
    "optional",
    "amount",
    64,
    "billed billedamt charge charges chargeamount chargedamount totalcharge totalcharges amountbilled submittedamount submittedcharge linecharge",
  ),
  allowed_amount: spec("optional", "amount", 64, "allowed allowedamt amountallowed allowable contractedamount eligibleamount"),
  paid_amount: spec("optional", "amount", 64, "paid paidamt amountpaid payment paymentamount paymentamt insurancepaid payerpaid inspaid"),
  payment_date: spec("optional", "date", 64, "paiddate datepaid paymentdt checkdate eftdate depositdate paidon"),
  service_date: spec(
    "optional",
    "date",
    64,
    "dateofservice dos servicedt servicefrom fromdate servicefromdate servicestartdate dosfrom encounterdate",
  ),
  denial_reason_code: spec(
    "optional",
    "codes",
    512,
    "denialcode denialcodes reasoncode reasoncodes carc carccode carccodes adjustmentreasoncode adjustmentcode denialreasoncodes adjustmentreasoncodes",
  ),
  denial_reason_text: spec(
    "optional",
    "text",
    2000,
    "denialreason denialreasondescription denialdescription reasontext reasondescription denialtext denialreasontext",
  ),
  remark_codes: spec("optional", "codes", 512, "remarkcode rarc rarccode rarccodes remarks remarkscodes"),
  modifiers: spec("optional", "codes", 64, "modifier mod mods modifiercodes cptmodifier cptmodifiers proceduremodifier proceduremodifiers"),
  diagnosis_codes: spec(
    "optional",
    "codes",
    512,
    "diagnosiscode diagnosis diagnoses dx dxcode dxcodes icd icd10 icdcode icdcodes icd10code icd10codes primarydiagnosis",
  ),
  units: spec("optional", "count", 32, "unit qty quantity unitsofservice serviceunits unitcount unitsbilled"),
  provider_npi: spec(
    "optional",
    "code",
    64,
    "npi providernpinumber renderingnpi renderingprovidernpi billingnpi billingprovidernpi npinumber",
  ),
  facility: spec("optional", "text", 255, "facilityname location locationname clinic site practice practicelocation servicelocation"),
  place_of_service: spec("optional", "code", 32, "pos poscode placeofservicecode placeofsvc"),
  plan_type: spec("optional", "text", 100, "plan plantype planname insurancetype coveragetype lineofbusiness lob payertype"),
  authorization_required: spec(
    "optional",
    "yesno",
    32,
    "authrequired authreq priorauthrequired priorauthorizationrequired preauthrequired",
  ),
  authorization_number: spec(
    "optional",
    "code",
    100,
    "authnumber authno authnum priorauthnumber priorauthorizationnumber preauthnumber authorizationno",
  ),
  authorization_obtained: spec(
    "optional",
    "yesno",
    32,
    "authobtained authorizationapproved authapproved priorauthobtained preauthobtained hasauth",
  ),
  patient_ref: spec(
    "optional",
    "phi",
    255,
    "patientid patientreference patientno patientnumber patientaccount patientaccountnumber accountnumber mrn medicalrecordnumber chartnumber",
  ),
  member_id: spec(
    "optional",
    "phi",
    255,
    "memberno membernumber subscriberid subscribernumber insuranceid policynumber beneficiaryid beneid mbi",
  ),
  patient_name: spec("optional", "phi", 255, "patient patientfullname membername subscribername beneficiaryname"),
  patient_dob: spec("optional", "phi", 64, "dob dateofbirth birthdate patientdateofbirth patientbirthdate memberdob birthday"),
} as const satisfies Record<string, ColumnSpec>;

export type ColumnId = keyof typeof columnSpecs;

export const columnIds = Object.keys(columnSpecs) as ColumnId[];

/** Place of each column in bit masks and index tables; there are fewer than 31 columns. */
export const columnAt = Object.fromEntries(columnIds.map((id, at) => [id, at])) as Readonly<Record<ColumnId, number>>;

/** Bit of each column in a row's masks. */
export const columnBit = Object.fromEntries(columnIds.map((id, at) => [id, 1 << at])) as Readonly<Record<ColumnId, number>>;

export const requiredColumns = columnIds.filter((id) => columnSpecs[id].need === "required");
