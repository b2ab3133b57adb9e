/**
 * Numbered legal documents (执法文书) and supervision letters: one unbroken series per place and year,
 * as 《安全生产执法程序规定》 (安监总政法〔2016〕72号) asks of every document that leaves the house.
 */
package rectify.document;
