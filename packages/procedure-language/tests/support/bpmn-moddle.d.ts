/** The reader of BPMN ships its types under another name; this is what the tests use of it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(xml: string): Promise<unknown>;
  }
}
